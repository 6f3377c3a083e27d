import { type StreamPosition, streamPositions } from './streams.ts';
import type { DeploymentEvent } from './timeline.ts';

/** Numbers of a counted history that no record has: deployments that happened and are not known. */
export interface DeploymentGap {
  /** "helm director", "argocd director-production". */
  stream: string;
  /** The first and the last number that are missing. */
  from: number;
  to: number;
  /** The deployment before them; null where the history was cut off at its beginning. */
  after: DeploymentEvent | null;
  before: DeploymentEvent;
}

/** One count of a history: from the first number up, until it begins anew. */
interface Count {
  stream: string;
  events: Map<number, DeploymentEvent>;
  last: number;
}

/**
 * What is missing of an environment's history: Helm keeps ten revisions if nobody says otherwise, Argo CD ten as well.
 * A count begins anew where an environment is spawned again, and where a number comes again for another deployment.
 */
export function deploymentGaps(timeline: readonly DeploymentEvent[]): DeploymentGap[] {
  return countsOf(timeline).flatMap(missingIn);
}

function countsOf(timeline: readonly DeploymentEvent[]): Count[] {
  const counts: Count[] = [];
  const current = new Map<string, Count>();
  for (const event of timeline) {
    const { kind, outcome } = event.record.data;
    if (kind === 'migrate' && outcome !== 'failed') current.clear();
    // An environment that could not be spawned leaves the one before it, which counts on.
    const open = kind === 'migrate' && outcome === 'failed' ? new Map<string, Count>() : current;
    for (const position of streamPositions(event.record.data)) note(position, event, open, counts);
  }
  return counts;
}

function note(
  { stream, number }: StreamPosition,
  event: DeploymentEvent,
  open: Map<string, Count>,
  counts: Count[],
): void {
  let count = open.get(stream);
  if (count === undefined || comesAgain(number, event, count)) {
    count = { stream, events: new Map(), last: number };
    open.set(stream, count);
    counts.push(count);
  }
  count.events.set(number, event);
  count.last = number;
}

/** The last number once more with the same release is one deployment that two records tell of. */
function comesAgain(number: number, event: DeploymentEvent, { events, last }: Count): boolean {
  const known = events.get(number);
  if (known === undefined || known === event) return false;
  return number !== last || known.record.data.version !== event.record.data.version;
}

function missingIn({ stream, events }: Count): DeploymentGap[] {
  const gaps: DeploymentGap[] = [];
  let next = firstNumber(stream);
  let after: DeploymentEvent | null = null;
  for (const [number, before] of [...events].sort(([a], [b]) => a - b)) {
    if (number > next) gaps.push({ stream, from: next, to: number - 1, after, before });
    next = number + 1;
    after = before;
  }
  return gaps;
}

/** Helm counts from 1, Argo CD from 0. */
function firstNumber(stream: string): number {
  return stream.startsWith('helm ') ? 1 : 0;
}
