import type { PrimaryLimit } from '../faults.ts';
import type { RateStanding } from '../scope.ts';

const HOUR = 3600;

/** Counts the points of an hour. */
export interface RateCounter {
  standing(): RateStanding;
  spend(points: number): void;
  /** What stands when a call is refused by this limit; undefined where it is not. */
  refused(limit: PrimaryLimit | undefined, call: number): RateStanding | undefined;
}

/** A counter that starts full. `now` gives milliseconds since 1970. */
export function rateCounter(limit: number, now: () => number): RateCounter {
  const seconds = () => Math.ceil(now() / 1000);
  let [used, reset] = [0, seconds() + HOUR];
  const ends = new WeakMap<PrimaryLimit, number>();
  const standing = () => ({ limit, used, remaining: Math.max(0, limit - used), reset });
  return {
    standing,
    spend(points) {
      if (seconds() >= reset) [used, reset] = [0, seconds() + HOUR];
      used += points;
    },
    refused(fault, call) {
      if (fault === undefined || call <= fault.afterCalls) return undefined;
      const end = ends.get(fault) ?? now() + fault.resetInSeconds * 1000;
      ends.set(fault, end);
      return now() < end ? { limit, used: limit, remaining: 0, reset: Math.ceil(end / 1000) } : undefined;
    },
  };
}

/** The headers that tell it. */
export function rateHeaders({ limit, used, remaining, reset }: RateStanding): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-used': String(used),
    'x-ratelimit-resource': 'graphql',
  };
}
