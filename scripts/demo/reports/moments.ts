/** A time of records, so many minutes later; earlier where they are negative. */
export function minutesAfter(instant: string, minutes: number): string {
  const time = Date.parse(instant) + minutes * 60_000;
  return `${new Date(time).toISOString().slice(0, 19)}+00:00`;
}

/** A time of records as most tools write it: "2026-02-03T10:30:00Z". */
export function zulu(instant: string): string {
  return `${new Date(Date.parse(instant)).toISOString().slice(0, 19)}Z`;
}

/** Milliseconds since 1970. */
export function milliseconds(instant: string): number {
  return Date.parse(instant);
}
