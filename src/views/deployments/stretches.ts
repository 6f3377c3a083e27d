import type { DeploymentEvent } from '../../history/deployments/timeline.ts';

/** A release that ran without a break, as far as the deployments that are looked at tell. */
export interface Stretch {
  version: string;
  /** Milliseconds. */
  from: number;
  to: number;
  /** The deployment that began it. */
  by: DeploymentEvent;
}

/** Which release ran when. `events` in the order in which they began; `end` in milliseconds ends the last. */
export function stretchesOf(events: readonly DeploymentEvent[], end: number): Stretch[] {
  const done = events.filter(({ record }) => record.data.outcome === 'succeeded');
  const stretches: Stretch[] = [];
  for (const by of done.filter(({ settled }) => settled <= end)) {
    const { version } = by.record.data;
    const last = stretches.at(-1);
    if (last?.version === version) continue;
    if (last !== undefined) last.to = Math.max(last.from, by.settled);
    stretches.push({ version, from: by.settled, to: end, by });
  }
  return stretches;
}
