import type { Threshold } from '../../../../src/records/index.ts';

/** A metric of a summary, its values under the same names whatever the dialect. */
export interface K6Metric {
  name: string;
  /** By "avg", "p(95)", "rate", "passes" …; times in milliseconds. */
  values: ReadonlyMap<string, number>;
  thresholds: Threshold[];
}

/** How often one check held and did not. */
export interface K6Check {
  name: string;
  passes: number;
  fails: number;
}

/** A k6 summary of any dialect. */
export interface K6Summary {
  version?: string;
  generatedAt?: string;
  metrics: K6Metric[];
  checks: K6Check[];
  /** What is not clear in it. */
  doubts: string[];
}

/** The number that a metric has under a name; undefined where the metric or the number is missing. */
export function numberIn({ metrics }: K6Summary, metric: string, value: string): number | undefined {
  return metrics.find(({ name }) => name === metric)?.values.get(value);
}
