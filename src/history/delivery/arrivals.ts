import type { DeploymentEvent } from '../deployments/timeline.ts';
import type { DeliveredChange, DeliveryFacts } from './facts.ts';
import { type ReachedRelease, type ReachedReleases, reachedReleases } from './reached-releases.ts';

/** A change that came to an environment for the first time. */
export interface Arrival {
  change: string;
  /** Milliseconds: the end of the deployment that brought it. */
  at: number;
  /**
   * Milliseconds from its landing commit to there. Null where there is none to tell: a migration brought it, or by
   * its own date it was committed after it had been deployed.
   */
  leadTime: number | null;
}

/**
 * The changes that came to an environment in the order of time, each once, with the success that ended first of those that brought it. What
 * older releases brought before the first success on record is not known, and no arrival; nor is what a rollback puts
 * back.
 */
export function arrivals(timeline: readonly DeploymentEvent[], facts: DeliveryFacts): Arrival[] {
  const reached = reachedReleases(facts);
  const there = new Set<string>();
  return timeline
    .filter(({ record }) => record.data.outcome === 'succeeded')
    .sort((a, b) => a.settled - b.settled)
    .flatMap((event) => broughtBy(event, facts, reached, there));
}

function broughtBy(
  event: DeploymentEvent,
  facts: DeliveryFacts,
  reached: ReachedReleases,
  there: Set<string>,
): Arrival[] {
  const found: Arrival[] = [];
  for (const release of reached.add(event))
    for (const change of facts.changesOf(release.version)) {
      if (!isOf(change, release.module) || there.has(change.id)) continue;
      there.add(change.id);
      if (isNews(event, release)) found.push(arrival(change, event));
    }
  return found;
}

/** A new environment that begins with a migration has what the one before it had. */
function isNews({ record }: DeploymentEvent, { place }: ReachedRelease): boolean {
  if (record.data.kind === 'rollback') return false;
  return record.data.kind === 'deploy' ? place !== 'older' : place === 'next';
}

function arrival({ id, committedAt }: DeliveredChange, { record, settled }: DeploymentEvent): Arrival {
  const isTold = record.data.kind === 'deploy' && committedAt <= settled;
  return { change: id, at: settled, leadTime: isTold ? settled - committedAt : null };
}

function isOf(change: DeliveredChange, module: string | null): boolean {
  return module === null || change.module === undefined || change.module === module;
}
