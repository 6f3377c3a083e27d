import type { DeploymentEvent } from './timeline.ts';

/** An event's place in the timeline, or where it would stand in it. */
export function placeOf(event: DeploymentEvent, timeline: readonly DeploymentEvent[]): number {
  let place = beganBy(timeline, event.began - 1);
  for (let other = timeline[place]; isBefore(other, event); other = timeline[place]) place += 1;
  return place;
}

function isBefore(other: DeploymentEvent | undefined, event: DeploymentEvent): boolean {
  return other !== undefined && other.began === event.began && other.record.path < event.record.path;
}

/** How many deployments of the timeline have begun by a moment (milliseconds). */
export function beganBy(timeline: readonly DeploymentEvent[], moment: number): number {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timeline[middle]?.began ?? 0) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
