import { type RunningModule, stateAt } from './running.ts';
import type { DeploymentEvent } from './timeline.ts';

/** A release as an environment last had it. */
export interface DeployedRelease {
  version: string;
  /** Its last deployment as a whole. */
  event: DeploymentEvent;
  /** By module id: as that deployment put them there, and later ones of the same release in parts. */
  modules: ReadonlyMap<string, RunningModule>;
}

/** The releases that were deployed as a whole, with success, by a moment (milliseconds). By version. */
export function deployedReleases(
  timeline: readonly DeploymentEvent[],
  moment: number,
): Map<string, DeployedRelease> {
  const releases = new Map<string, DeployedRelease>();
  for (const event of timeline) {
    if (stateAt(event, moment) !== 'succeeded') continue;
    const { version, part } = event.record.data;
    const known = releases.get(version);
    if (part !== true) releases.set(version, { version, event, modules: modulesOf(event) });
    else if (known !== undefined)
      releases.set(version, { ...known, modules: new Map([...known.modules, ...modulesOf(event)]) });
  }
  return releases;
}

function modulesOf(event: DeploymentEvent): Map<string, RunningModule> {
  return new Map(event.record.data.modules.map((module) => [module.id, { module, event }]));
}
