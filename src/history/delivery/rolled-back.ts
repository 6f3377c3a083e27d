import type { DeploymentEvent } from '../deployments/timeline.ts';

/** Rollbacks and the deployments that they took away. */
export interface RolledBack {
  /** The first rollback of a deployment, by the deployment. */
  by: ReadonlyMap<DeploymentEvent, DeploymentEvent>;
  /** Rollbacks of releases whose deployment no record shows. */
  unmatched: ReadonlySet<DeploymentEvent>;
}

/**
 * The deployments that were rolled back. A rollback takes away the last deployment of the release that it names;
 * where it names none, that of the release that had succeeded last. Whether the rollback itself went well is no
 * matter: somebody had to step in.
 */
export function rolledBack(timeline: readonly DeploymentEvent[]): RolledBack {
  const by = new Map<DeploymentEvent, DeploymentEvent>();
  const unmatched = new Set<DeploymentEvent>();
  const lastOf = new Map<string, DeploymentEvent>();
  let running: string | null = null;
  for (const event of timeline) {
    const { kind, version, outcome, rollback } = event.record.data;
    if (kind === 'deploy') lastOf.set(version, event);
    const taken = rollback && lastOf.get(rollback.from ?? running ?? '');
    if (taken !== undefined && !by.has(taken)) by.set(taken, event);
    if (rollback !== undefined && taken === undefined) unmatched.add(event);
    if (outcome === 'succeeded') running = version;
  }
  return { by, unmatched };
}
