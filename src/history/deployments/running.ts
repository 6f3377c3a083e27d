import type { DeployedModule } from '../../records/index.ts';
import { beganBy } from './place.ts';
import type { DeploymentEvent } from './timeline.ts';

/** A module that runs, and the deployment that put it there. */
export interface RunningModule {
  module: DeployedModule;
  event: DeploymentEvent;
}

/** What runs in an environment at a moment. */
export interface Running {
  /** By module id. */
  modules: ReadonlyMap<string, RunningModule>;
  /** The last deployment that succeeded; null before the first. */
  last: DeploymentEvent | null;
  /** The modules are of more than one release. */
  mixed: boolean;
  /** Deployments that have begun and not ended. */
  underWay: readonly DeploymentEvent[];
  /** Deployments after the last success that failed or of whose end nobody knows: what runs may be neither. */
  inDoubt: readonly DeploymentEvent[];
}

/**
 * What runs at `moment` (milliseconds). Of deployments that overlap, the one that began last wins, whichever ended
 * first. `timeline` is in the order of `deploymentTimeline`. For many moments `runningHistory` is cheaper.
 */
export function runningAt(timeline: readonly DeploymentEvent[], moment: number): Running {
  const modules = new Map<string, RunningModule>();
  const inDoubt: DeploymentEvent[] = [];
  let last: DeploymentEvent | null = null;
  const count = beganBy(timeline, moment);
  for (let index = count - 1; index >= 0; index -= 1) {
    const event = timeline[index];
    if (event === undefined) break;
    const state = stateAt(event, moment);
    if (state === 'in doubt' && leavesDoubt(event, modules, last)) inDoubt.push(event);
    if (state !== 'succeeded') continue;
    last ??= event;
    for (const module of event.record.data.modules)
      if (!modules.has(module.id)) modules.set(module.id, { module, event });
    if (event.record.data.part !== true) break;
  }
  return {
    modules,
    last,
    mixed: new Set([...modules.values()].map(({ event }) => event.record.data.version)).size > 1,
    underWay: notSettled(timeline, count, moment),
    inDoubt: inDoubt.reverse(),
  };
}

/** Also those that began before the last success: they may still change what runs. */
function notSettled(timeline: readonly DeploymentEvent[], count: number, moment: number): DeploymentEvent[] {
  const events: DeploymentEvent[] = [];
  for (let index = count - 1; index >= 0; index -= 1) {
    const event = timeline[index];
    if (event === undefined || (event.allSettled <= moment && event.allSettled < Number.POSITIVE_INFINITY))
      break;
    if (stateAt(event, moment) === 'under way') events.push(event);
  }
  return events.reverse();
}

/** How far a deployment is at a moment. */
export function stateAt(
  { record, began, settled }: DeploymentEvent,
  moment: number,
): 'to come' | 'under way' | 'succeeded' | 'in doubt' {
  if (began > moment) return 'to come';
  if (settled > moment) return 'under way';
  if (record.data.outcome === 'succeeded') return 'succeeded';
  return record.data.outcome === 'running' ? 'under way' : 'in doubt';
}

/** A later success has settled what a failed deployment of the same modules left behind. */
function leavesDoubt(
  { record }: DeploymentEvent,
  later: ReadonlyMap<string, RunningModule>,
  last: DeploymentEvent | null,
): boolean {
  if (last === null) return true;
  return record.data.modules.some(({ id }) => !later.has(id));
}
