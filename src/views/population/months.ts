/** A span of time: RFC 3339 in UTC; its end is not in it any more. */
export interface Span {
  from: string;
  to: string;
}

/** A month of a period, or the part of it that is in the period. */
export interface MonthSpan extends Span {
  /** "2026-09". */
  id: string;
}

/** The twelve months before a moment. */
export function yearBefore(to: string): Span {
  const from = new Date(to);
  from.setUTCFullYear(from.getUTCFullYear() - 1);
  return { from: instantAt(from.getTime()), to };
}

/** The months of a period in UTC, the newest first. The first and the last are cut where the period is: they add up. */
export function monthsOf({ from, to }: Span): MonthSpan[] {
  const start = new Date(from);
  const months: MonthSpan[] = [];
  for (let year = start.getUTCFullYear(), month = start.getUTCMonth(); ; month += 1) {
    const begin = instantAt(Date.UTC(year, month, 1));
    if (begin >= to) return months.reverse();
    const end = instantAt(Date.UTC(year, month + 1, 1));
    months.push({ id: begin.slice(0, 7), from: begin < from ? from : begin, to: end < to ? end : to });
  }
}

/** "September 2026". */
export function monthName(id: string): string {
  return NAMES.format(new Date(`${id}-01T00:00:00Z`));
}

const NAMES = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

function instantAt(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}+00:00`;
}
