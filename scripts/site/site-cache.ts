import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Fault } from '../../src/records/fault.ts';
import { isAlive } from '../store/process-alive.ts';
import type { EditionSettings } from './edition-settings.ts';
import { usualCache } from './usual-cache.ts';

/** What stays from one build of an edition to the next. All of it may be removed at any time. */
export interface SiteCache {
  folder: string;
  /** The trace of the build before. */
  trace: string;
  /** Kept values. */
  values: string;
  /** Search indexes; beside them, in `search.seen`, how those in their places looked on disk. */
  search: string;
  /** Pages that are not yet in their place. */
  stage: string;
  /** There while pages are being put in their place. */
  journal: string;
}

/** The cache of an edition of a ledger in a place; `root` is below the tool's own cache where it is not given. */
export function siteCache(
  { edition, content }: Pick<EditionSettings, 'edition' | 'content'>,
  out: string,
  root: string | null,
): SiteCache {
  const id = createHash('sha256')
    .update(`${path.resolve(content)}\n${path.resolve(out)}`)
    .digest('hex')
    .slice(0, 16);
  const folder = path.join(
    root ?? path.join(usualCache(), 'site'),
    root === null ? `${edition}-${id}` : edition,
  );
  mkdirSync(folder, { recursive: true });
  const place = (name: string): string => path.join(folder, name);
  return {
    folder,
    trace: place('trace'),
    values: place('values'),
    search: place('search'),
    stage: place('stage'),
    journal: place('applying'),
  };
}

/** Where it is kept what was found in the notes of a ledger. */
export function proofsFile(content: string, root: string | null): string {
  const id = createHash('sha256').update(path.resolve(content)).digest('hex').slice(0, 16);
  return path.join(root ?? path.join(usualCache(), 'site'), `proofs-${id}.json`);
}

/** Runs something that nobody else may do at once in this cache. Throws a Fault where somebody else does. */
export async function alone<Value>({ folder }: SiteCache, work: () => Promise<Value>): Promise<Value> {
  const lock = path.join(folder, 'lock');
  take(lock);
  removeRests(folder);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** What processes that were killed told nobody any more. */
function removeRests(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^(?:known|found|trace)[-.]\d/.test(name)) rmSync(path.join(folder, name), { force: true });
}

function take(lock: string): void {
  while (!tryTake(lock)) {
    const owner = ownerOf(lock);
    if (owner === null) continue;
    // In a container, every build may have the same number: a lock of this very process was left by another.
    if (owner !== process.pid && isAlive(owner))
      throw new Fault(`process ${owner} is building this edition into the same folder`, {
        hint: `Wait for it. If it is no build of this tool, remove ${path.relative('.', lock)}.`,
      });
    removeLeft(lock, owner);
  }
}

/** The lock comes into being with its owner written in it: nobody finds it empty. */
function tryTake(lock: string): boolean {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Not a number where it is broken; null where there is none any more. */
function ownerOf(lock: string): number | null {
  try {
    const text = readFileSync(lock, 'utf8');
    return text === '' ? Number.NaN : Number(text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}

/** Its owner was killed: what it left is looked at by whoever comes next. Somebody else may have been quicker. */
function removeLeft(lock: string, owner: number): void {
  const aside = `${lock}.left-${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return;
  }
  const taken = ownerOf(aside);
  // What was taken away was not what had been left: it is put back.
  if (taken !== null && !Object.is(taken, owner) && !existsSync(lock)) renameSync(aside, lock);
  else rmSync(aside, { force: true });
}

/** True where a build was stopped while it put pages in their place: nobody knows which of them are there. */
export function wasInterrupted({ journal }: SiteCache): boolean {
  return existsSync(journal);
}
