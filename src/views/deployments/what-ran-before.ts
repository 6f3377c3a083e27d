import { placeOf } from '../../history/deployments/place.ts';
import { type Running, runningAt } from '../../history/deployments/running.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';

/** What ran in an environment when a deployment began, without anything of it. */
export function whatRanBefore(event: DeploymentEvent, timeline: readonly DeploymentEvent[]): Running {
  return runningAt(timeline.slice(0, placeOf(event, timeline)), event.began);
}
