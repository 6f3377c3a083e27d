import { streamPositions } from './streams.ts';
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
}

/**
 * What is missing of an environment's history: Helm keeps ten revisions if nobody says otherwise, Argo CD ten as well.
 * A count begins anew where an environment is spawned again, and where the first number comes again.
 */
export function deploymentGaps(timeline: readonly DeploymentEvent[]): DeploymentGap[] {
  return countsOf(timeline).flatMap(missingIn);
}

function countsOf(timeline: readonly DeploymentEvent[]): Count[] {
  const counts: Count[] = [];
  const current = new Map<string, Count>();
  for (const event of timeline) {
    if (event.record.data.kind === 'migrate') current.clear();
    for (const { stream, number } of streamPositions(event.record.data)) {
      const known = current.get(stream);
      const isNew = known === undefined || (number === firstNumber(stream) && known.events.has(number));
      const count = isNew ? { stream, events: new Map<number, DeploymentEvent>() } : known;
      if (isNew) counts.push(count);
      current.set(stream, count);
      count.events.set(number, event);
    }
  }
  return counts;
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
