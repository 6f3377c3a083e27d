import { z } from 'zod';
import type { Threshold } from '../../../../src/records/index.ts';
import type { K6Check, K6Metric, K6Summary } from './k6-summary.ts';

const CheckSchema = z.object({
  name: z.string(),
  passes: z.int().nonnegative(),
  fails: z.int().nonnegative(),
});

/** A list in what handleSummary gets, an object by name in what --summary-export writes. */
function manyOf<Item extends z.ZodType>(item: Item) {
  return z
    .union([z.array(item), z.record(z.string(), item)])
    .nullish()
    .transform((many): z.infer<Item>[] => Object.values(many ?? {}));
}

interface K6Group {
  checks: K6Check[];
  groups: K6Group[];
}

const GroupSchema: z.ZodType<K6Group> = z.lazy(() =>
  z.object({ checks: manyOf(CheckSchema), groups: manyOf(GroupSchema) }),
);

const ThresholdsSchema = z.record(z.string(), z.unknown()).nullish();
const NumbersSchema = z.record(z.string(), z.unknown());

/** Summaries whose metrics are an object by name: what `handleSummary(data)` gets, and what `--summary-export` writes. */
export const ByNameSchema = z.object({
  root_group: GroupSchema.optional(),
  state: z.unknown().optional(),
  options: z.unknown().optional(),
  metrics: z.record(
    z.string(),
    z.looseObject({ values: NumbersSchema.optional(), thresholds: ThresholdsSchema }),
  ),
});
type ByName = z.infer<typeof ByNameSchema>;
type Metric = ByName['metrics'][string];

/**
 * What a bare boolean for a threshold means: in --summary-export it is true for one that FAILED (grafana/k6#1498),
 * in handleSummary thresholds are objects with "ok". A boolean in any other file may mean either.
 */
type Dialect = 'summary-export' | 'handle-summary';

/** A summary of metrics by name as one of any dialect. */
export function ofByName(summary: ByName): K6Summary {
  const dialect = dialectOf(summary);
  return {
    metrics: Object.entries(summary.metrics).map(([name, metric]) => metricOf(name, metric, dialect)),
    checks: summary.root_group === undefined ? [] : checksOf(summary.root_group),
    doubts: [],
  };
}

/** --summary-export has neither state nor options, and puts figures beside the thresholds instead of below "values". */
function dialectOf({ state, options, metrics }: ByName): Dialect {
  const bare = Object.values(metrics).every(
    ({ values, ...rest }) => values === undefined && !('type' in rest),
  );
  return bare && state === undefined && options === undefined ? 'summary-export' : 'handle-summary';
}

function metricOf(name: string, metric: Metric, dialect: Dialect): K6Metric {
  const { thresholds, values, ...beside } = metric;
  const told = Object.entries(thresholds ?? {});
  return {
    name,
    values: numbersOf(values ?? beside),
    thresholds: told.map(([limit, outcome]) => ({ metric: name, limit, met: meaningOf(outcome, dialect) })),
  };
}

function meaningOf(outcome: unknown, dialect: Dialect): Threshold['met'] {
  if (typeof outcome === 'boolean') return dialect === 'summary-export' ? !outcome : null;
  const ok = typeof outcome === 'object' && outcome !== null && 'ok' in outcome ? outcome.ok : null;
  return typeof ok === 'boolean' ? ok : null;
}

/** A rate is "value" in --summary-export, beside its passes and fails. */
function numbersOf(values: Record<string, unknown>): Map<string, number> {
  const entries = Object.entries(values).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  const isRate = entries.some(([name]) => name === 'passes');
  return new Map(entries.map(([name, value]) => [isRate && name === 'value' ? 'rate' : name, value]));
}

function checksOf({ checks, groups }: K6Group): K6Check[] {
  return [...checks, ...groups.flatMap(checksOf)];
}
