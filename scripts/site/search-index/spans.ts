/** How much a month's document weighs. */
export interface MonthWeight {
  /** As "2026-09". */
  month: string;
  bytes: number;
}

/** Bytes of documents. */
export interface SpanLimits {
  /** A product with less than this is one span. */
  small: number;
  /** Quarters that are over are joined up to this much: more of them make a search slow, less of them many files. */
  large: number;
}

export const SPAN_LIMITS: SpanLimits = { small: 150_000, large: 2_000_000 };

/**
 * Cuts a product's months into spans so that a new release changes a small one only: the newest month, the other
 * months of its quarter, and all quarters before it, joined from the oldest on.
 */
export function spansOf(
  weights: readonly MonthWeight[],
  { small, large }: SpanLimits = SPAN_LIMITS,
): string[][] {
  const months = weights.toSorted((a, b) => (a.month < b.month ? -1 : 1));
  const newest = months.at(-1);
  if (newest === undefined) return [];
  if (weightOf(months) < small) return [months.map(({ month }) => month)];
  const quarters = [...Map.groupBy(months, quarterOf).values()];
  const open = quarters.pop()?.slice(0, -1) ?? [];
  const spans = [...joined(quarters, large), open, [newest]];
  return spans.filter(({ length }) => length > 0).map((span) => span.map(({ month }) => month));
}

function joined(quarters: readonly MonthWeight[][], large: number): MonthWeight[][] {
  const spans: MonthWeight[][] = [];
  for (const quarter of quarters) {
    const last = spans.at(-1);
    if (last !== undefined && weightOf(last) + weightOf(quarter) <= large) last.push(...quarter);
    else spans.push([...quarter]);
  }
  return spans;
}

function weightOf(months: readonly MonthWeight[]): number {
  return months.reduce((sum, { bytes }) => sum + bytes, 0);
}

function quarterOf({ month }: MonthWeight): string {
  const [year, number] = month.split('-');
  return `${year}-${Math.ceil(Number(number) / 3)}`;
}
