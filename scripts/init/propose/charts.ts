import { parse } from 'yaml';
import { z } from 'zod';
import { WebAddressSchema } from '../../../src/records/index.ts';
import { type ChartDependency, chartDependencies, dependenciesIn } from '../../parse/chart.ts';
import type { Proposed, RepositoryFacts } from '../facts.ts';
import { someOf } from './counted.ts';

/** A chart of a repository that is shipped. */
export interface FoundChart {
  /** Its folder; "" for the repository itself. */
  folder: string;
  name: string;
  description: string | null;
  home: string | null;
  dependencies: ChartDependency[];
}

const AboutSchema = z.object({
  name: z.string().min(1),
  description: z.string().optional().catch(undefined),
  home: WebAddressSchema.optional().catch(undefined),
});

/** The charts of a repository, the shallowest first. What is no chart is left out. */
export function chartsOf({ texts }: Pick<RepositoryFacts, 'texts'>): FoundChart[] {
  return [...texts]
    .filter(([file]) => /(?:^|\/)Chart\.yaml$/.test(file))
    .flatMap(
      ([file, text]) =>
        chartIn(file, text, texts.get(file.replace(/Chart\.yaml$/, 'requirements.yaml'))) ?? [],
    );
}

function chartIn(file: string, text: string, older: string | undefined): FoundChart | null {
  try {
    const about = AboutSchema.safeParse(parse(text, { schema: 'failsafe', logLevel: 'error' }));
    if (!about.success) return null;
    const own = chartDependencies(text, file);
    return {
      folder: file.replace(/\/?Chart\.yaml$/, ''),
      name: about.data.name,
      description: about.data.description ?? null,
      home: about.data.home ?? null,
      dependencies: own.length > 0 || older === undefined ? own : dependenciesIn(older, file),
    };
  } catch {
    // A template of a chart, or a broken one: it proposes nothing.
    return null;
  }
}

/** The chart of a repository that holds a product together; null where there is none, or none stands out. */
export function proposeChart(
  charts: readonly FoundChart[],
  names: readonly string[],
  modules: readonly string[],
): Proposed<FoundChart> | null {
  const [named] = charts
    .map((chart) => ({ chart, own: chart.dependencies.filter((one) => isOf(one, modules)) }))
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => b.own.length - a.own.length);
  if (named !== undefined)
    return {
      value: named.chart,
      because: `${placeOf(named.chart)} depends on ${someOf(named.own.map(({ name }) => name))}`,
    };
  const same = charts.find(({ name }) => names.includes(name.toLowerCase()));
  if (same !== undefined)
    return { value: same, because: `${placeOf(same)} is the chart called ${same.name}` };
  const [only, ...more] = charts;
  return only === undefined || more.length > 0
    ? null
    : { value: only, because: `${placeOf(only)} is the only chart` };
}

/** Whether a dependency is a module of the product. */
export function isOf({ name, alias }: ChartDependency, modules: readonly string[]): boolean {
  return (
    modules.includes(name.toLowerCase()) || (alias !== undefined && modules.includes(alias.toLowerCase()))
  );
}

/** Charts that a product's chart takes from elsewhere. */
export function thirdParties(chart: FoundChart, modules: readonly string[]): string[] {
  const others = chart.dependencies.filter(
    (one) => !one.isLocal && one.repository !== undefined && !isOf(one, modules),
  );
  return [...new Set(others.map(({ name }) => name))];
}

/** The folder of a chart as the policy writes it. */
export function chartFolder({ folder }: FoundChart): string {
  return folder === '' ? '.' : folder;
}

function placeOf({ folder }: FoundChart): string {
  return folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`;
}
