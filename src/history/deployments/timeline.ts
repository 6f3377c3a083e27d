import type { Deployment } from '../../records/index.ts';
import { correctedTimes } from './numbered-order.ts';

/** A deployment, and the record that shows it. */
export interface RecordedDeployment {
  data: Deployment;
  /** From the content folder on. */
  path: string;
  /** The record's text: why. */
  body: string;
}

/** A deployment in its place among those of its environment. */
export interface DeploymentEvent {
  record: RecordedDeployment;
  /** Milliseconds: when it began, put right where a numbered history shows that a clock was wrong. */
  began: number;
  /** Milliseconds: when it took effect; Infinity while it is under way. */
  settled: number;
  /** Milliseconds: when this one and all that began before it have settled. */
  allSettled: number;
}

type TimedRecord = Omit<DeploymentEvent, 'allSettled'>;

const MINUTE = 60_000;

/**
 * The deployments of one environment in the order in which they began. Clocks of several machines disagree: where
 * Helm or Argo CD numbers its deployments and their times contradict the numbers by no more than `toleranceMinutes`,
 * the numbers win; with more between them the numbers began anew, as in an environment that was spawned again.
 */
export function deploymentTimeline(
  records: readonly RecordedDeployment[],
  toleranceMinutes: number,
): DeploymentEvent[] {
  const told = records.map((record): TimedRecord => ({ record, ...timesOf(record.data) }));
  const times = correctedTimes(told, toleranceMinutes * MINUTE);
  return withAllSettled(
    told.map((event, index) => beginning(event, times[index] ?? event.began)).sort(inOrder),
  );
}

/** What the record calls running has not ended, whatever else it says. */
function timesOf({ at, finishedAt, outcome }: Deployment): Omit<TimedRecord, 'record'> {
  const began = Date.parse(at);
  if (outcome === 'running') return { began, settled: Number.POSITIVE_INFINITY };
  return { began, settled: finishedAt === undefined ? began : Date.parse(finishedAt) };
}

function beginning({ record, settled }: TimedRecord, began: number): TimedRecord {
  return { record, began, settled: Math.max(settled, began) };
}

function withAllSettled(events: readonly TimedRecord[]): DeploymentEvent[] {
  let allSettled = Number.NEGATIVE_INFINITY;
  return events.map((event) => {
    allSettled = Math.max(allSettled, event.settled);
    return { ...event, allSettled };
  });
}

function inOrder(a: TimedRecord, b: TimedRecord): number {
  return a.began - b.began || byPath(a, b);
}

function byPath(a: TimedRecord, b: TimedRecord): number {
  return a.record.path < b.record.path ? -1 : a.record.path > b.record.path ? 1 : 0;
}
