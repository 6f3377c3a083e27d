import { parse } from 'yaml';
import { z } from 'zod';
import { Fault } from '../../src/records/index.ts';
import { withoutAddresses, withoutControls } from './message/text.ts';

/** A chart that another one needs, as its files ask for it. */
export interface ChartDependency {
  name: string;
  /** May be a range, where no lock tells what it led to. */
  version: string;
  /** The name that it is installed under, where that is another one. */
  alias?: string | undefined;
  /** The address that it comes from, without a password. */
  repository?: string | undefined;
  /** It lies in the chart's own repository. */
  isLocal?: boolean;
  /** The file that tells its version, as "Chart.yaml". */
  file: string;
}

const DependencySchema = z.object({
  name: z.string().transform(harmless),
  /** Absent for charts of the same repository. */
  version: z.string().default('').transform(harmless),
  alias: z.string().transform(harmless).optional(),
  repository: z.string().transform(withoutPassword).transform(harmless).optional(),
});
const ChartSchema = z.object({
  // An empty field is "" here.
  dependencies: z.preprocess((list) => (list === '' ? [] : list), z.array(DependencySchema).default([])),
});

/** What a file says that may stand beside `Chart.yaml`; one with nothing but comments says nothing. */
export function dependenciesIn(text: string, file: string): ChartDependency[] {
  const data = yamlOf(text, file);
  return data === null ? [] : parsed(data, file);
}

/** Reads the dependencies of a Helm chart (apiVersion v2). Throws a Fault for broken YAML and for what is no chart. */
export function chartDependencies(text: string, file: string): ChartDependency[] {
  return parsed(yamlOf(text, file), file);
}

function yamlOf(text: string, file: string): unknown {
  try {
    // Every value is text: as a number, 5.10 would be 5.1.
    return parse(text, { schema: 'failsafe', logLevel: 'error' });
  } catch (cause) {
    throw new Fault('the chart is not YAML', { place: { file }, cause });
  }
}

function parsed(data: unknown, file: string): ChartDependency[] {
  const chart = ChartSchema.safeParse(data);
  if (!chart.success) {
    const issue = chart.error.issues[0];
    throw new Fault(issue?.message ?? 'not a chart', { place: { file, field: issue?.path.join('.') ?? '' } });
  }
  const name = file.split('/').at(-1) ?? file;
  return chart.data.dependencies
    .filter((dependency) => dependency.name !== '')
    .map(({ alias, repository, ...rest }) => ({
      ...rest,
      ...(alias && { alias }),
      ...(repository && { repository }),
      ...(repository?.startsWith('file:') && { isLocal: true }),
      file: name,
    }));
}

/** One line of plain text: it goes into records and notes. */
function harmless(text: string): string {
  return withoutAddresses(withoutControls(text)).replace(/\s+/g, ' ').trim();
}

/** "https://user:secret@charts.example.org" without what stands before the "@". */
function withoutPassword(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/\s]*@/i, '$1');
}

const EXACT = /^[v=]?\s*\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;

/**
 * Puts what a lock says in the place of ranges. An exact version needs no lock: one that contradicts it is out of
 * date, and Helm refuses to build with it. Of several dependencies of one name, a lock holds them in the same order.
 */
export function withLock(
  asked: readonly ChartDependency[],
  lock: readonly ChartDependency[],
): ChartDependency[] {
  const left = [...lock];
  return asked.map((dependency) => {
    const place = left.findIndex(({ name }) => name === dependency.name);
    const [locked] = place < 0 ? [] : left.splice(place, 1);
    if (locked === undefined || locked.version === '' || EXACT.test(dependency.version)) return dependency;
    return { ...dependency, version: locked.version, file: locked.file };
  });
}

/** Dependencies by what they are known as: alias and name; where two share a name, the first one has it. */
export function byKnownName(dependencies: readonly ChartDependency[]): Map<string, ChartDependency> {
  const versioned = dependencies.filter(({ version }) => version !== '');
  const names = versioned.toReversed().map((one): [string, ChartDependency] => [one.name, one]);
  const aliases = versioned.flatMap((one): [string, ChartDependency][] =>
    one.alias === undefined ? [] : [[one.alias, one]],
  );
  return new Map([...names, ...aliases]);
}
