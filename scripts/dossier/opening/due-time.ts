import { productClock } from '../../../src/history/product-clock.ts';
import type { Policy } from '../../../src/records/index.ts';
import { dayAfter, readTime, weekdayOf } from './product-time.ts';

/** When a release is meant to go out, as a person wrote it. A day alone is at the cadence's time of release. */
export function readDue(text: string, { timeZone, cadence }: Policy, now: string): string {
  return readTime(text, { option: '--due', timeZone, now, timeOfDay: cadence.release });
}

/**
 * The next release of a product that is released on days: the first one whose decision is still to come. Null for other
 * products, and where the policy names no time of release.
 */
export function nextRelease({ timeZone, cadence }: Policy, now: string): string | null {
  const { rhythm, days = [], release, decision = release } = cadence;
  if (rhythm !== 'days' || release === undefined || decision === undefined) return null;
  const clock = productClock(timeZone);
  const today = clock.dayOf(now);
  const candidates = Array.from({ length: 8 }, (_, later) => dayAfter(today, later));
  const day = candidates.find(
    (candidate) => days.includes(weekdayOf(candidate)) && clock.instantAt(candidate, decision) > now,
  );
  return day === undefined ? null : clock.instantAt(day, release);
}
