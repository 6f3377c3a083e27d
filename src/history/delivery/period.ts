import type { ProductClock } from '../product-clock.ts';
import { dayOf, startOf, untilOf } from './days.ts';

/** A stretch of time in milliseconds since 1970: `from` belongs to it, `until` does not. */
export interface Period {
  from: number;
  until: number;
}

/**
 * How many days a period has on a zone's calendar: whole ones, and shares of those that it cuts. A day of 23 or 25
 * hours, on which clocks change, is one day: else the same month would be longer in one year than in another.
 */
export function daysIn({ from, until }: Period, clock: ProductClock): number {
  return from < until ? placeOf(until, clock) - placeOf(from, clock) : 0;
}

const DAY = 86_400_000;

/** Days since 1970 on the zone's calendar. */
function placeOf(moment: number, clock: ProductClock): number {
  const day = dayOf(moment, clock);
  const [start, end] = [startOf(day, clock), untilOf(day, clock)];
  return Date.parse(day) / DAY + (moment - start) / (end - start);
}
