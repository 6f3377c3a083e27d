import fs from 'node:fs';
import path from 'node:path';
import { Fault, SlugSchema } from '../../src/records/index.ts';
import { hostOf, repositoryOnHost } from '../parse/github/address.ts';
import { guessPatterns, type PatternGuess } from '../parse/tag-patterns.ts';
import { type Clone, openClone } from '../sources/git/client.ts';
import { originOf } from '../sources/git/origin.ts';
import { type Refs, readRefs, requireHistory } from '../sources/git/refs.ts';
import { gitHubUrl } from '../sources/github/address.ts';
import { mainBranch } from './load.ts';

/** A repository as `--repo [MODULE=]PATH` names it. */
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
  const module = slug(named?.[1] ?? only ?? path.basename(path.resolve(folder)).replace(/\.git$/, ''));
  if (!SlugSchema.safeParse(module).success)
    throw new Fault(`no module name can be made of "${argument}"`, { hint: 'Write --repo MODULE=PATH.' });
  return { module, folder };
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}

/** Looks at the repositories and proposes a policy that a person can read and change. */
export async function startingFiles(
  product: string,
  repositories: readonly NamedRepository[],
  content: string,
): Promise<StartingFiles> {
  const modules = await Promise.all(repositories.map((repository) => lookAt(product, repository, content)));
  const first = modules[0]?.module ?? product;
  return { policy: policyText(product, first, modules), product: productText(product, modules) };
}

interface LookedAt extends NamedRepository {
  refs: Refs;
  guess: PatternGuess;
  branch: string | null;
  staging: string | null;
  /** As it is written into the policy. */
  written: string;
  /** Its repository on GitHub, where its own "origin" tells. */
  github: string | null;
}

async function lookAt(
  product: string,
  { module, folder }: NamedRepository,
  content: string,
): Promise<LookedAt> {
  const clone = await openClone(folder);
  const refs = await readRefs(clone);
  requireHistory(clone, refs);
  const names = refs.tags.map((tag) => tag.name);
  const guess = guessPatterns(names, [product, module, path.basename(clone.folder, '.git')]);
  if (guess.patterns.length === 0)
    throw new Fault(`no tag of ${clone.folder} looks like a version`, {
      hint:
        names.length === 0
          ? 'The repository has no tags. Fetch them (git fetch --tags), or tag a first release.'
          : `Its tags are ${names.slice(0, 5).join(', ')}. Write policy.md by hand with "tags" that match them.`,
    });
  const branch = mainBranch(refs, []);
  const staging =
    [...refs.branches.keys()].find((name) => /^(?:origin\/)?staging$/.test(name)) === undefined
      ? null
      : 'staging';
  return {
    module,
    folder,
    refs,
    guess,
    branch,
    staging: branch === 'staging' ? null : staging,
    written: writtenPath(clone.folder, content),
    github: await gitHubName(clone),
  };
}

async function gitHubName(clone: Clone): Promise<string | null> {
  const origin = await originOf(clone);
  return origin === null ? null : repositoryOnHost(origin, hostOf(gitHubUrl()));
}

/** Clones beside the ledger are named relative to it, so that both can move together. */
function writtenPath(folder: string, content: string): string {
  const root = path.dirname(realPath(content));
  const relative = path.relative(root, realPath(folder));
  const inside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  return inside ? path.posix.join('..', relative.split(path.sep).join('/')) : folder;
}

function realPath(folder: string): string {
  try {
    return fs.realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

function policyText(product: string, lead: string, modules: readonly LookedAt[]): string {
  return `---
schema: 1
product: ${product}
# The zone in which times are shown. Records are in UTC.
timeZone: UTC
# "semver", or "major-minor" (1.1 is a major release, 1.2.1 a minor one).
versioning: semver
# The module whose tags are the product's releases.
lead: ${JSON.stringify(lead)}
modules:
${modules.map(moduleText).join('')}# Where a change of a Conventional Commits type stands in the note, on top of the usual sections:
# sections:
#   perf: fixed
sections: {}
# What stays out of the notes, each rule with the reason that auditors read. A rule looks at a change's type
# ("kind"), at the first line of its message ("subject", a regular expression), or at both.
exclude:
  - subject: '^(?:chore\\(release\\):|(?:chore: )?[Rr]elease(?:d|s)?:? (?:version )?(?:\\S+@)?v?\\d+\\.\\d+|[Bb]ump version (?:to|from)\\b|v?\\d+\\.\\d+\\.\\d+(?:-[\\w.]+)?$)'
    reason: prepares the release itself and changes nothing in the product
---

How ${product} is harvested. This file was proposed by the first harvest from what the repositories show;
read it once and change what is not true. The next harvest follows it.
`;
}

function moduleText({ module, written, github, branch, staging, guess }: LookedAt): string {
  const ignored = guess.ignored
    .map(({ pattern, tags }) => `    # not used: ${JSON.stringify(pattern)} (${tags} tags)\n`)
    .join('');
  return `  - id: ${JSON.stringify(module)}
    # The local clone, absolute or relative to the content folder.
    repository: ${JSON.stringify(written)}
${github === null ? '' : `    github: ${JSON.stringify(github)}\n`}${branch === null ? '' : `    branch: ${JSON.stringify(branch.replace(/^origin\//, ''))}\n`}${staging === null ? '' : `    staging: ${JSON.stringify(staging)}\n`}    # Tag patterns, the newest first.
    tags: [${guess.patterns.map((pattern) => JSON.stringify(pattern)).join(', ')}]
${ignored}`;
}

function productText(product: string, modules: readonly LookedAt[]): string {
  const list = modules.map(
    ({ module, github }) => `  - id: ${JSON.stringify(module)}
    name: ${JSON.stringify(module)}
    # Only where everybody may read it; links to pull requests are made from it:
    # repository: https://${hostOf(gitHubUrl())}/${github ?? 'OWNER/NAME'}
`,
  );
  return `---
schema: 1
# The name for customers.
name: ${JSON.stringify(product)}
# One sentence: what it is.
summary: ""
modules:
${list.join('')}---
`;
}
