import type { Threshold } from '../../../../src/records/index.ts';
import type { K6Metric } from './k6-summary.ts';

/** A limit of k6, as "p(95)<500" or "rate >= 0.99". */
const LIMIT =
  /^\s*(count|rate|value|avg|min|med|max|p\(\s*\d+(?:\.\d+)?\s*\))\s*(===?|!=|[<>]=?)\s*(-?\d+(?:\.\d+)?)\s*$/;

/** So near to its limit, a figure may have been on the other side when k6 looked. */
const NEAR = 0.01;

/**
 * A metric's thresholds, each held against the metric's own figure: where the report says the opposite of what its
 * figures say, in words that may mean either, it is not told whether the threshold is met.
 */
export function againstFigures(metric: K6Metric): K6Metric {
  return { ...metric, thresholds: metric.thresholds.map((threshold) => againstFigure(threshold, metric)) };
}

function againstFigure(threshold: Threshold, { values }: K6Metric): Threshold {
  const figured = isMet(threshold.limit, values);
  const contradicts = figured !== undefined && threshold.met !== null && figured !== threshold.met;
  return contradicts ? { ...threshold, met: null } : threshold;
}

/** Whether a limit holds by the figures; undefined where they do not tell, or are too near to it. */
function isMet(limit: string, values: K6Metric['values']): boolean | undefined {
  const [, name, operator, bound] = LIMIT.exec(limit) ?? [];
  const actual = values.get(name?.replace(/\s/g, '') ?? '');
  if (actual === undefined || bound === undefined) return undefined;
  const difference = actual - Number(bound);
  if (difference !== 0 && Math.abs(difference) <= Math.abs(Number(bound)) * NEAR) return undefined;
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  if (operator === '>') return difference > 0;
  if (operator === '>=') return difference >= 0;
  return (operator === '!=') !== (difference === 0);
}
