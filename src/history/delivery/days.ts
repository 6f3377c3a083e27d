import { WEEKDAYS } from '../../records/index.ts';
import { type ProductClock, toInstant } from '../product-clock.ts';

/** A day of the week, as policies write it. */
export type Weekday = (typeof WEEKDAYS)[number];

const HOUR = 3_600_000;

/** The day of a moment in milliseconds, "2026-02-03". */
export function dayOf(moment: number, clock: ProductClock): string {
  return clock.dayOf(toInstant(moment));
}

/**
 * When a day begins, in milliseconds. Where clocks are set back over midnight it is the first of the two midnights,
 * and where they skip midnight the first moment after it.
 */
export function startOf(day: string, clock: ProductClock): number {
  const midnight = Date.parse(clock.instantAt(day, '00:00'));
  return dayOf(midnight - HOUR, clock) === day ? midnight - HOUR : midnight;
}

/** When a day is over, in milliseconds: the beginning of the next. */
export function untilOf(day: string, clock: ProductClock): number {
  return startOf(dayAfter(day), clock);
}

/** The day that is some days later, or earlier. */
export function dayAfter(day: string, count = 1): string {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The day of the week of a day. */
export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] ?? 'mon';
}
