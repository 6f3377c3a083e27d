/** The last second that RFC 3339 can write. Dates of the future beyond it come from broken clocks. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** Seconds since 1970 as RFC 3339 in UTC, "2026-02-03T10:30:00+00:00". What is out of its range is cut to it. */
export function instantOf(seconds: number): string {
  const within = Math.min(Math.max(Number.isFinite(seconds) ? seconds : 0, 0), LATEST);
  return `${new Date(within * 1000).toISOString().slice(0, 19)}+00:00`;
}
