import path from 'node:path';
import { Fault } from '../../src/records/index.ts';
import type { RepositoryFacts } from '../init/facts.ts';
import { lookAt } from '../init/look/look-at.ts';
import type { PlannedModule, PlannedProduct } from '../init/plan.ts';
import { proposeBranch, proposeStaging } from '../init/propose/branches.ts';
import { namesOf } from '../init/propose/products.ts';
import { proposeTags } from '../init/propose/tags.ts';
import { slugOf } from '../init/slug.ts';
import { policyText } from '../init/write/policy-text.ts';
import { productText } from '../init/write/public-text.ts';
import { isAddress, mirrorFolder } from '../sources/git/mirror.ts';

/** A repository as `--repo [MODULE=]PATH` names it: a clone's folder, or an address that is fetched. */
export interface NamedRepository {
  module: string;
  folder: string;
}

/** The two files that a new product starts with. */
export interface StartingFiles {
  policy: string;
  product: string;
}

/**
 * Reads `[MODULE=]PATH` for each repository. Without a name the only module is called like the product, several
 * like their folders.
 */
export function namedRepositories(args: readonly string[], product: string): NamedRepository[] {
  return args.map((argument) => parseRepository(argument, args.length === 1 ? product : undefined));
}

function parseRepository(argument: string, only: string | undefined): NamedRepository {
  const named = /^([A-Za-z0-9][\w.-]*)=(.+)$/.exec(argument);
  const folder = named?.[2] ?? argument;
  const module = slugOf(named?.[1] ?? only ?? path.basename(path.resolve(folder)).replace(/\.git$/, ''));
  if (module === null)
    throw new Fault(`no module name can be made of "${argument}"`, { hint: 'Write --repo MODULE=PATH.' });
  return { module, folder };
}

/**
 * Looks at the repositories and proposes a policy that a person can read and change: where the history is. `ledger init`
 * proposes the rest, which judges releases.
 */
export async function startingFiles(
  product: string,
  repositories: readonly NamedRepository[],
  content: string,
): Promise<StartingFiles> {
  const modules = await Promise.all(repositories.map((repository) => startingModule(product, repository)));
  const lead = modules[0]?.id ?? product;
  const plan: PlannedProduct = {
    ...{ id: product, name: product, summary: '', website: null, publicLinks: false, timeZone: 'UTC' },
    ...{ versioning: 'semver', annotatedTags: true, lead, modules, releaseBranches: [], stages: [] },
    ...{ roles: [], since: '', parts: [], because: {} },
  };
  return { policy: policyText(plan, content), product: productText(plan) };
}

async function startingModule(
  product: string,
  { module: id, folder }: NamedRepository,
): Promise<PlannedModule> {
  const [place, address] = isAddress(folder) ? [mirrorFolder(folder), folder] : [folder, null];
  const facts = await lookAt({ module: id, folder: place, address });
  const tags = proposeTags(
    facts.tags.map(({ name }) => name),
    [product, ...namesOf(facts, id)],
  );
  if (tags === null) throw noVersion(facts);
  const branch = proposeBranch(facts, tags.value);
  const staging = branch === null ? null : proposeStaging(facts, branch.value);
  return {
    ...{ id, folder: facts.folder, address, github: facts.github, path: null, chart: null },
    ...{
      branch: branch?.value ?? null,
      staging: staging?.value ?? null,
      tags: tags.value,
      ignored: tags.ignored,
    },
    because: {
      tags: tags.because,
      ...(branch !== null && { branch: branch.because }),
      ...(staging !== null && { staging: staging.because }),
    },
  };
}

function noVersion({ folder, tags }: RepositoryFacts): Fault {
  const names = tags.slice(0, 5).map(({ name }) => name);
  return new Fault(`no tag of ${folder} looks like a version`, {
    hint:
      names.length === 0
        ? 'The repository has no tags. Fetch them (git fetch --tags), or tag a first release.'
        : `Its tags are ${names.join(', ')}. Say which count: ledger init ${folder} --tags "v{version}"`,
  });
}
