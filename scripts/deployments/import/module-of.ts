import path from 'node:path';
import { type Environment, leadOf, type Module, type Policy } from '../../../src/records/index.ts';

/** The environment of a policy. It was asked for, so it is there. */
export function environmentOf(policy: Policy, id: string): Environment {
  const environment = policy.environments.find((each) => each.id === id);
  if (environment === undefined) throw new Error(`the policy has no environment "${id}"`);
  return environment;
}

/** The module of an id. */
export function moduleOfId({ modules }: Policy, id: string): Module | null {
  return modules.find((module) => module.id === id) ?? null;
}

/**
 * The module that a chart is of: the one of its name, or the lead module for the chart that the policy names and for one
 * that is called like the product. Charts that others build are of none.
 */
export function moduleOfChart(policy: Policy, chart: string): Module | null {
  const lead = leadOf(policy);
  const isLeads = chart === folderName(lead.chart) || chart === policy.product;
  return moduleOfId(policy, chart) ?? (isLeads ? lead : null);
}

/** Names that a chart of the product may have, to take chart and version apart. */
export function chartNames(policy: Policy): string[] {
  const lead = folderName(leadOf(policy).chart);
  return [...policy.modules.map(({ id }) => id), policy.product, ...(lead === null ? [] : [lead])];
}

/** True where the module's deployment is that of the whole product. */
export function deploysAll(policy: Policy, module: Module): boolean {
  return module === leadOf(policy) && (module.chart !== undefined || policy.modules.length === 1);
}

function folderName(folder: string | undefined): string | null {
  return folder === undefined ? null : path.posix.basename(folder);
}
