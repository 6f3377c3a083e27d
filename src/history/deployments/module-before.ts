import { type RunningModule, stateAt } from './running.ts';
import type { DeploymentEvent } from './timeline.ts';

/**
 * A module as it runs at a moment (milliseconds), as far as the deployments before a place in the timeline tell; null
 * where it does not. Looks back no further than to where the module was last touched.
 */
export function moduleBefore(
  id: string,
  timeline: readonly DeploymentEvent[],
  place: number,
  moment: number,
): RunningModule | null {
  for (let index = place - 1; index >= 0; index -= 1) {
    const event = timeline[index];
    if (event === undefined || stateAt(event, moment) !== 'succeeded') continue;
    const module = moduleOf(id, event);
    if (module !== undefined) return { module, event };
    if (event.record.data.part !== true) return null;
  }
  return null;
}

/** A module as a deployment names it. */
export function moduleOf(id: string, { record }: DeploymentEvent): RunningModule['module'] | undefined {
  return record.data.modules.find((module) => module.id === id);
}
