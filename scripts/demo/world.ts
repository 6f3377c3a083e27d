import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Clock, type RepositoryBuilder } from '../world/index.ts';
import { directorRepositories } from './director.ts';
import { litmusRepository } from './litmus.ts';
import { openebsRepository } from './openebs.ts';

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
}

interface SampleProduct {
  product: string;
  name: string;
  repositories: Record<string, RepositoryBuilder>;
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
  const products = [];
  for (const { product, name, repositories } of sampleProducts())
    products.push({ product, name, repositories: await writeAll(repositories, folder) });
  return { products };
}

function sampleProducts(): SampleProduct[] {
  const director = directorRepositories(newClock(DAILY_STEP));
  return [
    {
      product: 'openebs',
      name: 'OpenEBS',
      repositories: { openebs: openebsRepository(newClock(MONTHLY_STEP)) },
    },
    { product: 'litmus', name: 'Litmus', repositories: { litmus: litmusRepository(newClock(MONTHLY_STEP)) } },
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

async function writeAll(
  repositories: Record<string, RepositoryBuilder>,
  folder: string,
): Promise<SampleRepository[]> {
  const entries = Object.entries(repositories).map(([module, repo]) => ({
    module,
    repo,
    at: path.join(folder, `${module}.git`),
  }));
  await Promise.all(entries.map(({ repo, at }) => repo.write(at)));
  return entries.map(({ module, at }) => ({ module, folder: at }));
}
