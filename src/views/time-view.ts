import { remembersLast } from '../history/remembers-last.ts';

/** A moment as a reader sees it, and as machines and doubters do. */
export interface TimeView {
  /** RFC 3339 in UTC, for `datetime`. */
  instant: string;
  /** In the zone of the reader's page. */
  shown: string;
  /** In UTC, to the second. */
  utc: string;
}

/** The day in UTC: "3 February 2026". */
export function dayOf(instant: string): TimeView {
  return timeView(instant, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
}

/** The day without its year: "3 Feb". */
export function shortDayOf(instant: string): TimeView {
  return timeView(instant, { timeZone: 'UTC', day: 'numeric', month: 'short' });
}

/** The day in short: "3 Feb 2026". */
export function shortDateOf(instant: string): TimeView {
  return timeView(instant, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
}

/** Day and minute in a zone, with the zone's name: "3 Feb 2026, 16:00 GMT+5:30". */
export function momentOf(instant: string, timeZone: string): TimeView {
  return timeView(instant, {
    timeZone,
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short', hourCycle: 'h23' },
  });
}

/** The same to the second, where clocks are held against each other. */
export function exactMomentOf(instant: string, timeZone: string): TimeView {
  return timeView(instant, {
    timeZone,
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short', hourCycle: 'h23' },
  });
}

/** The year in UTC, as "2026". */
export function yearOf(instant: string): string {
  return instant.slice(0, 4);
}

function timeView(instant: string, format: Intl.DateTimeFormatOptions): TimeView {
  const shown = formatterOf(format)(instant);
  return { instant, shown, utc: `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC` };
}

type Formatter = (instant: string) => string;

const FORMATTERS = new Map<string, Formatter>();

/** Making a formatter costs more than using it ten thousand times. */
function formatterOf(format: Intl.DateTimeFormatOptions): Formatter {
  const key = JSON.stringify(format);
  const made = FORMATTERS.get(key) ?? remembering(new Intl.DateTimeFormat('en-GB', format));
  FORMATTERS.set(key, made);
  return made;
}

/** The pages of a release tell the same moments again and again. */
function remembering(format: Intl.DateTimeFormat): Formatter {
  return remembersLast(1000, (instant) => format.format(new Date(instant)));
}
