import { z } from 'zod';
import { instantOfText, known, listOf, OptionalTextSchema } from '../report-values.ts';
import type { K6Metric, K6Summary } from './k6-summary.ts';

const CountSchema = z.int().nonnegative();

const MetricSchema = z.object({
  name: z.string().min(1),
  values: z.record(z.string(), z.number().nullable()),
});
type Metric = z.infer<typeof MetricSchema>;

const CheckSchema = z.object({ name: z.string(), passes: CountSchema, fails: CountSchema });

/** The machine-readable summary of k6 1.5 and later (grafana/k6-summary, schemas/summary/1.0.0), as far as it is read. */
export const MachineReadableSchema = z.object({
  version: z.string().regex(/^1\./, 'expected version 1 of the summary'),
  metadata: z.object({ generatedAt: OptionalTextSchema, k6Version: OptionalTextSchema }),
  results: z.object({
    /** Only in early drafts. */
    passed: z.boolean().optional(),
    metrics: listOf(MetricSchema),
    checks: z.object({ results: listOf(CheckSchema), orderedChecks: listOf(CheckSchema) }).nullish(),
  }),
});

/** A machine-readable summary as one of any dialect. It never says how thresholds came out. */
export function ofMachineReadable({ metadata, results }: z.infer<typeof MachineReadableSchema>): K6Summary {
  const checks = results.checks?.results ?? [];
  return {
    ...known({ version: metadata.k6Version, generatedAt: instantOfText(metadata.generatedAt) }),
    metrics: results.metrics.map(metricOf),
    checks: checks.length > 0 ? checks : (results.checks?.orderedChecks ?? []),
    doubts:
      results.passed === undefined
        ? ['this form of k6 summary tells no thresholds: export one by handleSummary']
        : [
            `this form of k6 summary tells no thresholds, only that the test ${results.passed ? 'passed' : 'failed'}`,
          ],
  };
}

/** Rates have "matches" of a "total" here; older forms call them passes and fails. */
function metricOf({ name, values }: Metric): K6Metric {
  const numbers = new Map(
    Object.entries(values).filter((entry): entry is [string, number] => entry[1] !== null),
  );
  const matches = numbers.get('matches');
  const total = numbers.get('total');
  if (matches === undefined || total === undefined) return { name, values: numbers, thresholds: [] };
  const rate = numbers.get('rate') ?? (total === 0 ? 0 : matches / total);
  return {
    name,
    values: new Map([
      ['rate', rate],
      ['passes', matches],
      ['fails', total - matches],
    ]),
    thresholds: [],
  };
}
