import path from 'node:path';
import { mainBranch } from '../../harvest/load.ts';
import { hostOf, repositoryOnHost } from '../../parse/github/address.ts';
import { type Clone, openClone } from '../../sources/git/client.ts';
import { readFilesAt } from '../../sources/git/files.ts';
import { filesAt, firstParentLine } from '../../sources/git/listing.ts';
import { originOf } from '../../sources/git/origin.ts';
import { type Refs, readRefs, requireHistory } from '../../sources/git/refs.ts';
import { gitHubUrl } from '../../sources/github/address.ts';
import type { LineFact, RepositoryFacts } from '../facts.ts';
import { isPipeline, namedScripts, wantedFiles } from './wanted-files.ts';

/** Branches that releases are cut from by habit. */
const USUAL = [
  'main',
  'master',
  'develop',
  'development',
  'trunk',
  'production',
  'prod',
  'release',
  'stable',
];

/** A repository to look at. */
export interface GivenRepository {
  /** The module's name, where it was given. */
  module: string | null;
  folder: string;
  /** Where its folder is the mirror of an address: that address. */
  address: string | null;
}

/** Looks at a clone. Throws a Fault for what is none, for a shallow one, and for one without history. */
export async function lookAt({ module, folder, address }: GivenRepository): Promise<RepositoryFacts> {
  const clone = await openClone(folder);
  const refs = await readRefs(clone);
  requireHistory(clone, refs);
  const [origin, written] = await Promise.all([originOf(clone), writtenIn(clone, refs)]);
  const github = origin === null ? null : repositoryOnHost(origin, hostOf(gitHubUrl()));
  return {
    name: nameOf(clone.folder, github),
    module,
    folder: clone.folder,
    address,
    github,
    elsewhere: github === null && origin !== null && /^(?:https?|ssh):|@[^/]+:/.test(origin),
    tags: refs.tags.map(({ name, kind, target }) => ({ name, kind, target })),
    branches: [...new Set([...refs.branches.keys()].map(withoutRemote))].sort(),
    head: headOf(refs),
    lines: await linesOf(clone, refs),
    ...written,
  };
}

function nameOf(folder: string, github: string | null): string {
  return github?.split('/')[1] ?? path.basename(folder).replace(/\.git$/, '');
}

/** A branch's name without "origin/". */
export function withoutRemote(branch: string): string {
  return branch.replace(/^origin\//, '');
}

function headOf(refs: Refs): string | null {
  const main = mainBranch(refs, []);
  return main === null ? null : withoutRemote(main);
}

async function linesOf(clone: Clone, refs: Refs): Promise<Map<string, LineFact>> {
  const lines = new Map<string, LineFact>();
  for (const name of new Set([headOf(refs) ?? '', ...USUAL])) {
    const tip = refs.branches.get(name) ?? refs.branches.get(`origin/${name}`);
    if (tip === undefined) continue;
    const line = await firstParentLine(clone, tip);
    const on = new Set(line.map(({ id }) => id));
    lines.set(name, {
      tagged: refs.tags.filter(({ target }) => on.has(target)).map((tag) => tag.name),
      merges: line.flatMap(({ merge }) => merge ?? []),
    });
  }
  return lines;
}

async function writtenIn(clone: Clone, refs: Refs): Promise<Pick<RepositoryFacts, 'files' | 'texts'>> {
  const commit = refs.branches.get(mainBranch(refs, []) ?? '') ?? refs.tags.at(-1)?.target ?? '';
  const files = await filesAt(clone, commit);
  if (files === null) return { files: null, texts: new Map() };
  const read = async (paths: readonly string[]) => {
    // A name with a line break cannot be asked for.
    const wanted = paths.filter((file) => !file.includes('\n'));
    const found = await readFilesAt(
      clone,
      wanted.map((file) => `${commit}:${file}`),
    );
    return [...found].map(([name, text]) => [name.slice(commit.length + 1), text] as const);
  };
  try {
    const first = await read(wantedFiles(files));
    const steps = first.filter(([file]) => isPipeline(file) || file === 'Makefile').map(([, text]) => text);
    return { files, texts: new Map([...first, ...(await read(namedScripts(files, steps)))]) };
  } catch {
    // A partial clone whose origin cannot be reached: names are better than nothing.
    return { files, texts: new Map() };
  }
}
