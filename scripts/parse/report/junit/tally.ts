import type { TestCase } from '../parsed-report.ts';
import type { Marks } from './marks.ts';

/** What was counted in a suite. Dialects make their totals of one or another of these. */
export interface Tally {
  cases: number;
  failed: number;
  errored: number;
  skipped: number;
  /** Cases with a failure, whatever else they hold. */
  withFailure: number;
  withError: number;
  /** Cases that an element says are skipped, not only a word such as "notrun". */
  withSkip: number;
  /** Elements: a case can hold several. */
  failures: number;
  errors: number;
  reruns: number;
  /** Cases that stand for a suite that could not run, and are no tests. */
  standIns: number;
}

/** A case as it is counted. */
export interface Counted {
  outcome: TestCase['outcome'];
  marks: Marks;
  standIn: boolean;
}

/** Nothing counted yet. */
export function emptyTally(): Tally {
  const elements = { failures: 0, errors: 0, reruns: 0 };
  const holding = { withFailure: 0, withError: 0, withSkip: 0 };
  return { cases: 0, failed: 0, errored: 0, skipped: 0, ...holding, ...elements, standIns: 0 };
}

/** Counts one case. */
export function count(tally: Tally, { outcome, marks, standIn }: Counted): void {
  tally.cases++;
  if (outcome !== 'passed') tally[outcome]++;
  tally.withFailure += Number(marks.failures > 0);
  tally.withError += Number(marks.errors > 0);
  tally.withSkip += Number(outcome === 'skipped' && marks.skips > 0);
  tally.failures += marks.failures;
  tally.errors += marks.errors;
  tally.reruns += marks.reruns + marks.flakes;
  tally.standIns += Number(standIn);
}

/** Adds what a nested suite counted. */
export function add(tally: Tally, other: Tally): void {
  for (const key of Object.keys(tally) as (keyof Tally)[]) tally[key] += other[key];
}
