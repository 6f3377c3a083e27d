/** A product's own time: days and times of day as the people who release it see them. */
export interface ProductClock {
  /** The day of an instant, "2026-02-03". */
  dayOf(instant: string): string;
  /** The instant of a time of day, "16:00", on a day; of two that a clock set back gives, one of them. */
  instantAt(day: string, time: string): string;
}

/** The clock of a zone by its IANA name. */
export function productClock(timeZone: string): ProductClock {
  const known = CLOCKS.get(timeZone);
  if (known !== undefined) return known;
  const clock = makeClock(timeZone);
  CLOCKS.set(timeZone, clock);
  return clock;
}

/** A clock takes longer to make than all that it is asked for one release, and is the same for ever. */
const CLOCKS = new Map<string, ProductClock>();

function makeClock(timeZone: string): ProductClock {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, ...FIELDS });
  const offsetAt = (time: number): number => Date.parse(`${wallTime(format, time)}Z`) - time;
  return {
    dayOf: (instant) => wallTime(format, Date.parse(instant)).slice(0, 10),
    instantAt: (day, time) => {
      const wall = Date.parse(`${day}T${time}:00Z`);
      // The offset at the first guess may be that of the other side of a change of clocks.
      return toInstant(wall - offsetAt(wall - offsetAt(wall)));
    },
  };
}

/** Milliseconds since 1970 as records write instants. */
export function toInstant(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}+00:00`;
}

const FIELDS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const;

function wallTime(format: Intl.DateTimeFormat, time: number): string {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}
