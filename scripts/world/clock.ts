/** A time as git writes it: seconds since 1970 and the writer's offset from UTC. */
export interface Moment {
  readonly seconds: number;
  /** As "+0530". */
  readonly zone: string;
}

/** RFC 3339 with an offset ("2026-01-05T14:30:00+05:30"), or seconds since 1970 in UTC. */
export type When = string | number | Moment;

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|([+-]\d\d):(\d\d))$/;

/** Reads a time. Throws where a string has no offset: it would mean another moment on another machine. */
export function momentOf(when: When): Moment {
  if (typeof when === 'number') return { seconds: when, zone: '+0000' };
  if (typeof when !== 'string') return when;
  const match = RFC_3339.exec(when);
  if (match === null) throw new Error(`expected a time such as "2026-01-05T09:00:00Z", not "${when}"`);
  return {
    seconds: Date.parse(when) / 1000,
    zone: match[1] === undefined ? '+0000' : `${match[1]}${match[2]}`,
  };
}

/** Gives each commit its time, a fixed step after the last one. Several repositories can share one. */
export class Clock {
  private moment: Moment;
  private readonly step: number;

  /** @param step in seconds */
  constructor(start: When, step = 3600) {
    this.moment = momentOf(start);
    this.step = step;
  }

  /** The time now; the next one is a step later. */
  tick(): Moment {
    const now = this.moment;
    this.moment = { ...now, seconds: now.seconds + this.step };
    return now;
  }

  now(): Moment {
    return this.moment;
  }

  /** Sets the clock, also backwards. */
  set(when: When): void {
    this.moment = momentOf(when);
  }
}
