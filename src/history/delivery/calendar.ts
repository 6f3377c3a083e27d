import { WEEKDAYS } from '../../records/index.ts';
import type { ProductClock } from '../product-clock.ts';
import { dayAfter, dayOf, startOf, weekdayOf } from './days.ts';
import type { Period } from './period.ts';

/** A month, a week or a day of a zone's calendar, as far as it lies in the period that it was cut from. */
export interface CalendarPeriod extends Period {
  /** Its first day, "2026-03-01", also where the period begins later. */
  day: string;
  /** False where the period begins or ends in the middle of it. */
  whole: boolean;
}

/** The months of a period, the oldest first. Together they are the period. */
export function monthsOf(period: Period, clock: ProductClock): CalendarPeriod[] {
  return piecesOf(period, clock, firstOfMonth, (first) => firstOfMonth(dayAfter(first, 31)));
}

/** The weeks of a period, from Monday on as ISO 8601 has them, the oldest first. Together they are the period. */
export function weeksOf(period: Period, clock: ProductClock): CalendarPeriod[] {
  return piecesOf(period, clock, mondayOf, (monday) => dayAfter(monday, 7));
}

/** The days of a period that lie in it from beginning to end. */
export function wholeDaysOf(period: Period, clock: ProductClock): CalendarPeriod[] {
  const days = piecesOf(period, clock, (day) => day, dayAfter);
  return days.filter(({ whole }) => whole);
}

/** The first day of a day's month. */
export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return dayAfter(day, -WEEKDAYS.indexOf(weekdayOf(day)));
}

function piecesOf(
  { from, until }: Period,
  clock: ProductClock,
  firstOf: (day: string) => string,
  next: (day: string) => string,
): CalendarPeriod[] {
  const pieces: CalendarPeriod[] = [];
  if (until <= from) return pieces;
  let day = firstOf(dayOf(from, clock));
  for (let start = startOf(day, clock); start < until; ) {
    const following = next(day);
    const end = startOf(following, clock);
    const piece = { from: Math.max(start, from), until: Math.min(end, until) };
    pieces.push({ ...piece, day, whole: start >= from && end <= until });
    [day, start] = [following, end];
  }
  return pieces;
}
