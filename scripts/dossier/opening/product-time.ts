import { productClock, toInstant } from '../../../src/history/product-clock.ts';
import { Fault, InstantSchema, WEEKDAYS } from '../../../src/records/index.ts';

/** An instant as people of a product read it. */
export interface WallTime {
  /** "Tue". */
  weekday: string;
  /** "2026-02-03". */
  day: string;
  /** "16:00". */
  time: string;
}

/** An instant on the clock of a zone. */
export function wallTimeOf(instant: string, timeZone: string): WallTime {
  const day = productClock(timeZone).dayOf(instant);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(instant));
  const [first = '', ...rest] = weekdayOf(day);
  return { weekday: `${first.toUpperCase()}${rest.join('')}`, day, time };
}

/** "Tue 2026-02-03 16:00 (Asia/Kolkata)". */
export function toldTime(instant: string, timeZone: string): string {
  const { weekday, day, time } = wallTimeOf(instant, timeZone);
  return `${weekday} ${day} ${time} (${timeZone})`;
}

/** "tue" for a day as records write it. */
export function weekdayOf(day: string): (typeof WEEKDAYS)[number] {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7] ?? 'mon';
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How a time that a person writes is read. */
export interface TimeReading {
  /** The option that it is of, for faults. */
  option: string;
  timeZone: string;
  now: string;
  /** Time of day for a day without one; absent where it has to be given. */
  timeOfDay?: string | undefined;
}

const FORM =
  /^(?:(\d{4}-\d{2}-\d{2})(?:[T ]|$))?(?:(\d{2}:\d{2})(?::[0-5]\d(?:\.\d+)?)?)?(Z|[+-]\d{2}:\d{2})?$/i;

/**
 * A time as RFC 3339 writes it, or without an offset on the product's clock: "2026-02-03T17:00", "2026-02-03 17:00",
 * "2026-02-03" or, for today, "17:00". Throws a Fault for anything else, and for a time that a change of clocks skips.
 */
export function readTime(text: string, reading: TimeReading): string {
  const { option, timeZone, now, timeOfDay } = reading;
  const [, written, given, offset] = FORM.exec(text.trim()) ?? [];
  const clock = productClock(timeZone);
  const day = written ?? (given === undefined ? undefined : clock.dayOf(now));
  const time = given ?? timeOfDay;
  if (day === undefined || time === undefined || !isDay(day) || !isTimeOfDay(time))
    throw noTime(text, option);
  if (offset !== undefined) return withOffset(text, reading);
  const instant = clock.instantAt(day, time);
  const wall = wallTimeOf(instant, timeZone);
  if (wall.day === day && wall.time === time) return instant;
  throw new Fault(`${option} ${text}: clocks in ${timeZone} skip that time`, {
    hint: `Write the time that is meant, such as ${wall.day}T${wall.time}.`,
  });
}

function withOffset(text: string, { option }: TimeReading): string {
  const time = Date.parse(text.trim().replace(' ', 'T').toUpperCase());
  const instant = Number.isNaN(time) ? '' : toInstant(time);
  if (InstantSchema.safeParse(instant).success) return instant;
  throw noTime(text, option);
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function isTimeOfDay(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function noTime(text: string, option: string): Fault {
  return new Fault(`${option} ${text}: expected a time`, {
    hint: 'Write it on the product’s clock, as 2026-02-03T17:00, or with its offset, as 2026-02-03T17:00:00+05:30.',
  });
}
