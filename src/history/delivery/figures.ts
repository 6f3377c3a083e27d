/** Why there is no figure. */
export type NoFigure =
  | 'no-time'
  | 'no-deployments'
  | 'no-changes'
  | 'no-trouble'
  | 'none-measured'
  | 'no-rhythm'
  | 'no-days';

/** A share or a rate, what it is made of, and why there is none. */
export type Ratio = { numerator: number; denominator: number } & (
  | { value: number }
  | { value: null; because: NoFigure }
);

/** Durations in milliseconds, of how many things they are, and why there are none. */
export type Durations = {
  /** Things whose duration is known. */
  measured: number;
  /** All things that have one. */
  of: number;
} & ({ median: number; ninetieth: number } | { median: null; because: NoFigure });

/** Divides; where there is nothing to divide by, says why. */
export function ratio(numerator: number, denominator: number, without: NoFigure): Ratio {
  if (denominator === 0) return { numerator, denominator, value: null, because: without };
  return { numerator, denominator, value: numerator / denominator };
}

/** The middle of durations, and what nine in ten of them do not exceed. */
export function durations(values: readonly number[], of: number, without: NoFigure): Durations {
  const measured = values.length;
  if (measured === 0) return { measured, of, median: null, because: of === 0 ? without : 'none-measured' };
  const sorted = Float64Array.from(values).sort();
  return { measured, of, median: median(sorted), ninetieth: percentile(sorted, 90) };
}

/** Of an even number of values the mean of the two in the middle. */
function median(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** By nearest rank: the smallest value that so many percent of all values do not exceed. A value that occurred. */
function percentile(sorted: Float64Array, percent: number): number {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? 0;
}
