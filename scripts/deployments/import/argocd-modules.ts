import { leadOf, type Module } from '../../../src/records/index.ts';
import type { ArgoApplication } from '../../parse/deployments/argocd.ts';
import { lastName } from './argocd-images.ts';
import type { ImportContext } from './context.ts';
import { environmentOf, moduleOfChart, moduleOfId } from './module-of.ts';
import { named } from './words.ts';

/** The module that an application deploys, or why none is taken. */
export type Mapped = { module: Module; because?: undefined } | { module?: undefined; because: string };

/**
 * Which modules applications deploy, by name. What the policy lists counts. Where it lists none for the environment, the
 * chart tells: but one Argo CD often has the same chart for several environments, and then nobody can tell which is meant.
 */
export function mapApplications(
  applications: readonly ArgoApplication[],
  context: ImportContext,
): Map<string, Mapped> {
  const byName = Map.groupBy(applications, ({ name }) => name);
  const mapped = new Map([...byName].map(([name, same]) => [name, mapOne(name, same, context)]));
  const rivals = Map.groupBy(
    [...mapped].filter(([name]) => listedModule(name, context) === undefined),
    ([, { module }]) => module?.id,
  );
  for (const [id, group] of rivals) {
    if (id === undefined || group.length < 2) continue;
    const names = group.map(([name]) => named(name)).sort();
    const because = `${names.join(' and ')} all deploy ${id}: ${hintFor(names[0] ?? '', id, context)}`;
    for (const [name] of group) mapped.set(name, { because });
  }
  return mapped;
}

function mapOne(name: string, same: readonly ArgoApplication[], context: ImportContext): Mapped {
  const { policy, environment } = context;
  const listed = listedModule(name, context);
  if (listed !== undefined) return listed === null ? unknown(name, context) : { module: listed };
  const elsewhere = policy.environments.find(({ argocd }) =>
    argocd?.some((each) => each.application === name),
  );
  if (elsewhere !== undefined) return { because: `the policy says that it is of ${elsewhere.id}` };
  if (environmentOf(policy, environment).argocd !== undefined) return unknown(name, context);
  const module = same
    .map((application) => moduleOfSources(application, context))
    .find((each) => each !== null);
  return module == null ? unknown(name, context) : { module };
}

/** Undefined where the policy does not list the application for the environment. */
function listedModule(name: string, { policy, environment }: ImportContext): Module | null | undefined {
  const listed = environmentOf(policy, environment).argocd?.find((each) => each.application === name);
  return listed === undefined ? undefined : moduleOfId(policy, listed.module);
}

function moduleOfSources({ name, deployments }: ArgoApplication, { policy }: ImportContext): Module | null {
  const sources = deployments.toReversed().flatMap((each) => each.sources);
  // Registries of OCI name charts by their whole path.
  const charts = sources.flatMap(({ chart }) => (chart === null ? [] : [lastName(chart)]));
  if (charts.length > 0)
    return charts.map((chart) => moduleOfChart(policy, chart)).find((module) => module !== null) ?? null;
  const lead = leadOf(policy);
  if (sources.some(({ path }) => path !== null && path === lead.chart)) return lead;
  return moduleOfId(policy, name) ?? (name === policy.product ? lead : null);
}

function unknown(name: string, context: ImportContext): Mapped {
  const { id } = leadOf(context.policy);
  return { because: `it is of no module; if it is, ${hintFor(named(name), id, context)}` };
}

function hintFor(application: string, module: string, { environment }: ImportContext): string {
  return `write "argocd: [{ application: ${application}, module: ${module} }]" into environment ${environment} of policy.md`;
}
