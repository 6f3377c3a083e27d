import type { ModuleDependency } from '../records/index.ts';
import { counted } from './texts.ts';

/** Words about a product's modules and what they need of each other. */
export const MODULES = {
  title: 'Modules',
  of: (product: string) => `Modules of ${product}`,
  noPolicy: 'No policy says which modules this product has.',
  one: 'The product is one module. There is no order to keep.',
  apart: (modules: number) =>
    `${counted(modules, 'module')}, none of which needs another: they may be deployed in any order, or all at once.`,
  ordered: (modules: number, steps: number) =>
    `${counted(modules, 'module')}, deployed in ${counted(steps, 'step')}: what a module needs is there before it. A rollback takes the steps backwards.`,
  graph: 'What needs what',
  arrows: 'An arrow leads from what is needed to what needs it.',
  runs: (environment: string) => `Below each name: what runs in ${environment}.`,
  order: 'In the order of deployment',
  step: (number: number) => `Step ${number}`,
  together: 'may be deployed together',
  lead: 'its tag makes the release',
  needsNothing: 'It needs no other module.',
  needs: (module: string, { module: other, atLeast, since }: ModuleDependency) =>
    [
      `${module} needs ${other}`,
      ...(atLeast === undefined ? [] : [`${atLeast} or later`]),
      ...(since === undefined ? [] : [`from ${since} on`]),
    ].join(' '),
  neededBy: (modules: string) => `Needed by ${modules}.`,
  unmet: {
    title: 'Not in order',
    finding: (
      environment: string,
      module: string,
      version: string,
      needs: string,
      has: string | null,
    ): string =>
      `In ${environment}, ${module} ${version} needs ${needs}, and ${has === null ? 'there is none' : `${has} is there`}.`,
  },
  now: 'What runs where',
  environments: 'Environments, their history and how they differ',
  noEnvironments: 'The policy names no environment, and no deployment is recorded.',
  notRecorded: '–',
  since: 'since',
  sources: 'Where each comes from',
  columns: {
    module: 'Module',
    repository: 'Repository',
    github: 'On GitHub',
    branch: 'Branch',
    chart: 'Chart',
    tags: 'Tags',
  },
} as const;
