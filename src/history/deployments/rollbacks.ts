import { type PlacedEvent, successes } from './running-history.ts';
import type { DeploymentEvent } from './timeline.ts';

/** A rollback, and what it meant. */
export interface RollbackEvent {
  event: DeploymentEvent;
  /** The release that was taken away; null where the record does not know it. */
  from: string | null;
  to: string;
  /** False: it went to a release that had never been deployed here with success, which is no known state. */
  wasDeployedBefore: boolean;
  /** What was rolled back had itself been reached by a rollback. */
  ofRollback: boolean;
  /** From when it was noticed to when customers had what they had before; null where either is not told. */
  recoverySeconds: number | null;
  /** How long the release that was taken away ran; null where it did not, or still does, or nobody knows. */
  ranSeconds: number | null;
  /** The deployment after it. */
  followedBy: DeploymentEvent | null;
}

/** A release that ran without a break. */
interface Stretch {
  version: string;
  /** Milliseconds. */
  since: number;
  /** It began with a rollback. */
  byRollback: boolean;
}

/** What had succeeded before an event began. */
interface Before {
  versions: Set<string>;
  stretch: Stretch | null;
  /** The place of the last deployment that won. */
  place: number;
}

/** The rollbacks of an environment, in the order in which they began. */
export function rollbacksOf(timeline: readonly DeploymentEvent[]): RollbackEvent[] {
  const done = successes(timeline, Number.POSITIVE_INFINITY);
  const before: Before = { versions: new Set(), stretch: null, place: -1 };
  let count = 0;
  return timeline.flatMap((event, place) => {
    for (let next = done[count]; next && isBefore(next, event, place); next = done[count]) {
      take(next, before);
      count += 1;
    }
    return event.record.data.kind === 'rollback' ? [judged(event, timeline[place + 1] ?? null, before)] : [];
  });
}

function isBefore(done: PlacedEvent, event: DeploymentEvent, place: number): boolean {
  const { settled } = done.event;
  return settled < event.began || (settled === event.began && done.place < place);
}

/** What began before the last one that won, and ended after it, does not win. */
function take({ event, place }: PlacedEvent, before: Before): void {
  const { version, kind } = event.record.data;
  before.versions.add(version);
  if (place < before.place) return;
  before.place = place;
  if (before.stretch?.version === version) return;
  before.stretch = { version, since: event.settled, byRollback: kind === 'rollback' };
}

function judged(event: DeploymentEvent, next: DeploymentEvent | null, before: Before): RollbackEvent {
  const { version, rollback } = event.record.data;
  const from = rollback?.from ?? null;
  const stretch = before.stretch?.version === from ? before.stretch : null;
  return {
    event,
    from,
    to: version,
    wasDeployedBefore: before.versions.has(version),
    ofRollback: stretch?.byRollback ?? false,
    recoverySeconds: secondsBetween(rollback?.detectedAt, rollback?.restoredAt),
    ranSeconds: stretch === null ? null : ran(stretch, event),
    followedBy: next,
  };
}

/** A rollback that did not succeed has ended nothing; one from a release to itself has not either. */
function ran({ since, version }: Stretch, { record, settled }: DeploymentEvent): number | null {
  if (record.data.outcome !== 'succeeded' || record.data.version === version) return null;
  return Math.round((settled - since) / 1000);
}

function secondsBetween(from: string | undefined, to: string | undefined): number | null {
  if (from === undefined || to === undefined) return null;
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return seconds < 0 ? null : seconds;
}
