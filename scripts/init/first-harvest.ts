import { existsSync } from 'node:fs';
import path from 'node:path';
import { sortByVersion } from '../../src/history/version-order.ts';
import { Fault } from '../../src/records/index.ts';
import { versionOfTag } from '../parse/tag-patterns.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from '../verbs/console.ts';
import { harvest } from '../verbs/harvest.ts';
import { importNotes } from '../verbs/import.ts';
import type { RepositoryFacts } from './facts.ts';
import type { PlannedModule, PlannedProduct } from './plan.ts';
import { foundPast } from './propose/changelogs.ts';

/** What became of the first harvest of a product. */
export interface FirstHarvest {
  product: string;
  /** How many releases there are now. */
  releases: number;
  /** The newest of them. */
  newest: string | null;
  /** Texts that were brought along before. */
  imported: string[];
  /** What is to be said of it; null where it went well. */
  why: string | null;
  /** As the command ends: 0 also where there is nothing to harvest yet. */
  code: number;
}

/** What a first harvest needs to know. */
export interface FirstHarvestOptions {
  content: string;
  repositories: readonly RepositoryFacts[];
  import: boolean;
  offline: boolean;
}

/** Brings a product's past along where that is asked for, and harvests it; a fault is told, and what is written stays. */
export async function firstHarvest(
  product: PlannedProduct,
  { content, repositories, offline, ...options }: FirstHarvestOptions,
  out: Console,
): Promise<FirstHarvest> {
  const lead = product.modules.find(({ id }) => id === product.lead) as PlannedModule;
  const facts = repositories.find(({ folder }) => folder === lead.folder) as RepositoryFacts;
  const quiet: Console = { ...out, json: false, print: () => {}, result: () => {} };
  const empty = { product: product.id, releases: 0, newest: null, imported: [], code: 0 };
  if (!facts.tags.some(({ name }) => versionOfTag(name, lead.tags) !== null))
    return {
      ...empty,
      why: `no tag looks like ${lead.tags.join(' or ')} yet: the first one makes the first release`,
    };
  try {
    const imported = options.import ? await importPast(product.id, lead, facts, content, quiet) : [];
    const code = await harvest(
      { content, product: product.id, repo: [], ...(offline && { offline }) },
      quiet,
    );
    const versions = sortByVersion(new LedgerReader(content).versions(product.id), (version) => version);
    const why = code === 0 ? null : 'some commits are not accounted for';
    return { ...empty, releases: versions.length, newest: versions.at(-1) ?? null, imported, why, code };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...empty, why: error.describe(), code: 2 };
  }
}

async function importPast(
  product: string,
  lead: PlannedModule,
  facts: RepositoryFacts,
  content: string,
  out: Console,
): Promise<string[]> {
  const found = foundPast(facts).map((past) => path.join(lead.folder, past.path));
  const paths = lead.path === null ? found.filter((file) => existsSync(file)).slice(0, 1) : [];
  if (paths.length === 0) {
    out.say(`${product}: no changelog was found in ${lead.folder}.`);
    return [];
  }
  await importNotes({ content, product, paths, repo: lead.folder }, out);
  return paths;
}
