import { parse } from 'yaml';
import { z } from 'zod';
import { Fault } from '../../src/records/index.ts';

const DependencySchema = z.object({
  name: z.string(),
  /** Absent for charts of the same repository. */
  version: z.string().default(''),
  alias: z.string().optional(),
});
const ChartSchema = z.object({
  // An empty field is "" here.
  dependencies: z.preprocess((list) => (list === '' ? [] : list), z.array(DependencySchema).default([])),
});

/** Reads the dependencies of a Helm chart (apiVersion v2): version by name. Throws a Fault for broken YAML. */
export function chartDependencies(text: string, file: string): Map<string, string> {
  let data: unknown;
  try {
    // Every value is text: as a number, 5.10 would be 5.1.
    data = parse(text, { schema: 'failsafe' });
  } catch (cause) {
    throw new Fault('the chart is not YAML', { place: { file }, cause });
  }
  const chart = ChartSchema.safeParse(data);
  if (!chart.success) {
    const issue = chart.error.issues[0];
    throw new Fault(issue?.message ?? 'not a chart', { place: { file, field: issue?.path.join('.') ?? '' } });
  }
  const versioned = chart.data.dependencies.filter(({ version }) => version !== '');
  // A dependency is known by its alias and by its name; where two share a name, the first one has it.
  const names = versioned.toReversed().map(({ name, version }): [string, string] => [name, version]);
  const aliases = versioned.flatMap(({ alias, version }): [string, string][] =>
    alias === undefined ? [] : [[alias, version]],
  );
  return new Map([...names, ...aliases]);
}
