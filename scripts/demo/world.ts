import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Repository, World } from '../github-stand-in/index.ts';
import { Clock } from '../world/index.ts';
import { directorProjects } from './director.ts';
import { litmusProject } from './litmus.ts';
import { openebsProject } from './openebs.ts';
import { ACCOUNTS } from './platform/accounts.ts';
import type { Project } from './project.ts';

/** A repository of the sample world. */
export interface SampleRepository {
  /** The policy's id of the module; where one repository holds several, the lead's. */
  module: string;
  /** Where it was written: a bare clone. */
  folder: string;
}

/** The sample world as it was written. */
export interface SampleWorld {
  products: { product: string; name: string; repositories: SampleRepository[] }[];
  /** What the platform knows of it. */
  platform: World;
}

/** A repository of the same owner that is no part of the products: a pull request closes an issue of it. */
const OPERATORS: Repository = {
  owner: 'openebs',
  name: 'cstor-operators',
  issues: [{ number: 118, title: 'Tell the upgrade job which replica is next' }],
};

interface SampleProduct {
  product: string;
  name: string;
  repositories: Record<string, Project>;
}

/** Seconds from one commit to the next: a project that releases every month, and one that does every day. */
const MONTHLY_STEP = 37_013;
const DAILY_STEP = 427;

/**
 * Writes the sample products' repositories as bare clones `<folder>/<module>.git`, replacing what is there.
 * The same bytes of history on every machine.
 */
export async function writeSampleWorld(folder: string): Promise<SampleWorld> {
  await rm(folder, { recursive: true, force: true });
  const described = sampleProducts();
  const products = [];
  for (const { product, name, repositories } of described)
    products.push({ product, name, repositories: await writeAll(repositories, folder) });
  const projects = described.flatMap(({ repositories }) => Object.values(repositories));
  const repositories = [...projects.map(({ hosted }) => hosted.describe()), OPERATORS];
  return { products, platform: { repositories, accounts: ACCOUNTS } };
}

function sampleProducts(): SampleProduct[] {
  const director = directorProjects(newClock(DAILY_STEP));
  return [
    {
      product: 'openebs',
      name: 'OpenEBS',
      repositories: { openebs: openebsProject(newClock(MONTHLY_STEP)) },
    },
    { product: 'litmus', name: 'Litmus', repositories: { litmus: litmusProject(newClock(MONTHLY_STEP)) } },
    {
      product: 'director',
      name: 'OpenEBS Director',
      repositories: {
        director: director.umbrella,
        'director-api': director.api,
        'director-web': director.web,
        'director-agent': director.agent,
      },
    },
  ];
}

function newClock(step: number): Clock {
  return new Clock('2025-09-22T10:30:00+05:30', step);
}

async function writeAll(repositories: Record<string, Project>, folder: string): Promise<SampleRepository[]> {
  const entries = Object.entries(repositories).map(([module, { repo }]) => ({
    module,
    repo,
    at: path.join(folder, `${module}.git`),
  }));
  await Promise.all(entries.map(({ repo, at }) => repo.write(at)));
  return entries.map(({ module, at }) => ({ module, folder: at }));
}
