import type { Deployment } from '../../records/index.ts';
import { type StreamPosition, streamPositions } from './streams.ts';

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
}

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
  const events = records.map((record): DeploymentEvent => ({ record, ...timesOf(record.data) }));
  const positions = events.map(({ record }) => streamPositions(record.data));
  for (const stream of streams(positions)) putRight(stream, events, toleranceMinutes * MINUTE);
  return events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => a.event.began - b.event.began || byPath(a.event, b.event) || a.index - b.index)
    .map(({ event }) => event);
}

function timesOf({ at, finishedAt, outcome }: Deployment): Pick<DeploymentEvent, 'began' | 'settled'> {
  const began = Date.parse(at);
  if (finishedAt !== undefined) return { began, settled: Date.parse(finishedAt) };
  return { began, settled: outcome === 'running' ? Number.POSITIVE_INFINITY : began };
}

/** The events of each numbered history, by index, the lowest number first. */
function streams(positions: readonly StreamPosition[][]): number[][] {
  const byName = new Map<string, { index: number; number: number }[]>();
  positions.forEach((ofEvent, index) => {
    for (const { stream, number } of ofEvent)
      byName.set(stream, [...(byName.get(stream) ?? []), { index, number }]);
  });
  return [...byName.values()].map((entries) =>
    entries.sort((a, b) => a.number - b.number).map(({ index }) => index),
  );
}

function putRight(stream: readonly number[], events: readonly DeploymentEvent[], tolerance: number): void {
  let before: DeploymentEvent | undefined;
  for (const index of stream) {
    const event = events[index];
    if (event === undefined) continue;
    const late = before === undefined ? -1 : before.began - event.began;
    if (before !== undefined && late >= 0 && late <= tolerance) moveBehind(event, before);
    before = event;
  }
}

/** A millisecond is less than any record can tell, so that nothing comes between the two. */
function moveBehind(event: DeploymentEvent, before: DeploymentEvent): void {
  event.began = before.began + 1;
  event.settled = Math.max(event.settled, event.began);
}

function byPath(a: DeploymentEvent, b: DeploymentEvent): number {
  return a.record.path < b.record.path ? -1 : a.record.path > b.record.path ? 1 : 0;
}
