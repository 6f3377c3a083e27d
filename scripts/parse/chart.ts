import { parse } from 'yaml';
import { z } from 'zod';
import { Fault } from '../../src/records/index.ts';

const ChartSchema = z.object({
  name: z.string().optional(),
  dependencies: z
    .array(z.object({ name: z.string(), version: z.coerce.string(), alias: z.string().optional() }))
    .default([]),
});

/** Reads the dependencies of a Helm chart (apiVersion v2): version by name. Throws a Fault for broken YAML. */
export function chartDependencies(text: string, file: string): Map<string, string> {
  let data: unknown;
  try {
    data = parse(text, { schema: 'core' });
  } catch (cause) {
    throw new Fault('the chart is not YAML', { place: { file }, cause });
  }
  const chart = ChartSchema.safeParse(data);
  if (!chart.success) {
    const issue = chart.error.issues[0];
    throw new Fault(issue?.message ?? 'not a chart', { place: { file, field: issue?.path.join('.') ?? '' } });
  }
  return new Map(
    chart.data.dependencies.map((dependency) => [dependency.alias ?? dependency.name, dependency.version]),
  );
}
