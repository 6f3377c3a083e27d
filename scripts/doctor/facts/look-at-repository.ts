import fs from 'node:fs';
import path from 'node:path';
import { sortByVersion } from '../../../src/history/version-order.ts';
import { Fault, leadOf, type Module, type Policy } from '../../../src/records/index.ts';
import { chartsAt } from '../../harvest/charts-at.ts';
import { chartFolders } from '../../harvest/lead-charts.ts';
import { repositoryFolder } from '../../harvest/load.ts';
import { versionOfTag } from '../../parse/tag-patterns.ts';
import { type Clone, openClone, ShallowClone } from '../../sources/git/client.ts';
import { isAddress } from '../../sources/git/mirror.ts';
import { originOf } from '../../sources/git/origin.ts';
import { type Refs, readRefs } from '../../sources/git/refs.ts';
import type { FoundChart, FoundRepository, RepositoryFacts } from './repository-facts.ts';

/** Looks at every repository of a policy. Nothing is fetched, and nothing is written. */
export async function lookAtRepositories(policy: Policy, content: string): Promise<RepositoryFacts[]> {
  const placed = policy.modules.map((module, index) => ({ module, index }));
  const byFolder = Map.groupBy(placed, ({ module }) => repositoryFolder(module, content));
  const looks = [...byFolder].map(async ([folder, modules]) => {
    const { repository } = modules[0]?.module ?? leadOf(policy);
    const lead = modules.some(({ module }) => module === leadOf(policy)) ? leadOf(policy) : null;
    return {
      product: policy.product,
      modules,
      repository,
      folder,
      found: await lookAt(folder, repository, lead),
    };
  });
  return Promise.all(looks);
}

async function lookAt(folder: string, repository: string, lead: Module | null): Promise<FoundRepository> {
  if (!fs.existsSync(folder)) return { is: isAddress(repository) ? 'unfetched' : 'missing' };
  try {
    return await readOpen(await openClone(folder), lead);
  } catch (error) {
    if (error instanceof ShallowClone) return { is: 'shallow' };
    if (error instanceof Fault) return { is: 'unusable', fault: error };
    const [what = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return { is: 'unusable', fault: new Fault(`git cannot read ${folder}: ${what}`, { cause: error }) };
  }
}

async function readOpen(clone: Clone, lead: Module | null): Promise<FoundRepository> {
  const refs = await readRefs(clone);
  const partial = await isPartial(clone);
  return {
    is: 'open',
    tags: refs.tags.map(({ name }) => name),
    branches: [...refs.branches.keys()],
    partial,
    origin: await originOf(clone),
    fetchedAt: await fetchedAt(clone),
    // Asked for a file that it lacks, git would fetch it.
    chart: lead === null || partial ? null : await chartOf(clone, refs, lead),
  };
}

async function isPartial({ git }: Clone): Promise<boolean> {
  const settings = await git
    .raw(['config', '--get-regexp', String.raw`^(remote\..*\.promisor|extensions\.partialclone)$`])
    .catch(() => '');
  return /(?:promisor true|partialclone \S)/.test(settings);
}

async function fetchedAt({ git, folder }: Clone): Promise<number | null> {
  const inside = path.resolve(folder, (await git.raw(['rev-parse', '--git-common-dir'])).trim());
  const stat = fs.statSync(path.join(inside, 'FETCH_HEAD'), { throwIfNoEntry: false });
  return stat?.mtimeMs ?? null;
}

async function chartOf(clone: Clone, { tags }: Refs, lead: Module): Promise<FoundChart | null> {
  const released = tags.flatMap(({ name, target }) => {
    const version = versionOfTag(name, lead.tags);
    return version === null ? [] : [{ name, target, version }];
  });
  const newest = sortByVersion(released, ({ version }) => version).at(-1);
  if (newest === undefined) return null;
  const { name: tag, target } = newest;
  const chart = (await chartsAt(clone, chartFolders(lead), [target])).get(target);
  if (chart === undefined) return { is: 'missing', tag };
  const [fault] = chart.faults;
  if (fault !== undefined || chart.dependencies === null)
    return { is: 'broken', tag, says: fault ?? 'it cannot be read' };
  return {
    is: 'there',
    tag,
    dependencies: chart.dependencies.flatMap(({ name, alias }) => [name, alias ?? name]),
  };
}
