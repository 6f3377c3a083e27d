import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Bundle } from './bundle/bundle.ts';
import type { EditionSettings } from './edition-settings.ts';
import { writeSearchIndex } from './search-index.ts';
import type { SiteCache } from './site-cache.ts';
import { writeSitemap } from './sitemap.ts';
import type { Trace } from './trace/trace.ts';

/** What puts an edition where it belongs. */
export interface ApplyPlan {
  cache: SiteCache;
  out: string;
  bundle: Bundle;
  settings: EditionSettings;
  /** Written into the edition: what it is, in short. */
  mark: string;
}

/** What is other than it was in an edition. */
export interface Changes {
  isAny: boolean;
  /** Where the pages of units lie that were made anew, and which they are. */
  kept: { places: readonly string[]; names: readonly string[] }[];
  /** Where pages lay that are no more. */
  gone: readonly string[];
}

const MARK = '.edition';

/** The mark of an edition; null where there is none. */
export function readMark(out: string): string | null {
  try {
    return readFileSync(path.join(out, MARK), 'utf8').trim();
  } catch {
    return null;
  }
}

/** Writes what an edition is, in short. */
export function writeMark(out: string, mark: string): void {
  writeFileSync(path.join(out, MARK), `${mark}\n`);
}

/** Puts a whole edition in the place of whatever is there. */
export async function placeWhole(
  { cache, out, bundle, settings, mark }: ApplyPlan,
  after: Trace,
): Promise<void> {
  await cp(bundle.client, cache.stage, { recursive: true });
  await writeSitemap(cache.stage, after, settings);
  await writeSearchIndex(cache.stage, cache.search);
  writeMark(cache.stage, mark);
  writeFileSync(cache.journal, '');
  await replace(path.resolve(out), cache.stage);
}

/** Puts what was made anew in its place, and removes what is no longer there. */
export async function applyChanges(
  { cache, out, settings, mark }: ApplyPlan,
  after: Trace,
  { isAny, kept, gone }: Changes,
): Promise<void> {
  if (!isAny) return;
  await writeSitemap(cache.stage, after, settings);
  writeFileSync(cache.journal, '');
  rmSync(path.join(out, MARK), { force: true });
  for (const place of gone) removeAt(out, place);
  for (const { places, names } of kept) removeOthers(out, places, new Set(names));
  moveInto(cache.stage, out);
  await writeSearchIndex(out, cache.search);
  writeMark(out, mark);
}

/** Pages of a release that it no longer has: what was made of it is all that it has. */
function removeOthers(out: string, places: readonly string[], names: ReadonlySet<string>): void {
  for (const file of places.flatMap((place) => filesAt(out, place)))
    if (!names.has(file)) removeAt(out, file);
}

function filesAt(out: string, place: string): string[] {
  const found = statSync(path.join(out, place), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [place];
  return readdirSync(path.join(out, place)).flatMap((name) => filesAt(out, `${place}/${name}`));
}

function removeAt(out: string, place: string): void {
  rmSync(path.join(out, place), { recursive: true, force: true });
  for (
    let folder = path.dirname(place);
    folder !== '.' && isEmpty(path.join(out, folder));
    folder = path.dirname(folder)
  )
    rmdirSync(path.join(out, folder));
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0;
}

function moveInto(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (!entry.isDirectory()) renameOver(source, target);
    else {
      mkdirSync(target, { recursive: true });
      moveInto(source, target);
    }
  }
}

/** To another file system a file is copied beside its place first: nobody reads half of it. */
function renameOver(source: string, target: string): void {
  try {
    renameSync(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const beside = `${target}.${process.pid}`;
    writeFileSync(beside, readFileSync(source));
    renameSync(beside, target);
  }
}

/** Puts a finished folder in the place of another one, and removes what builds left beside it that were killed. */
export async function replace(out: string, finished: string): Promise<void> {
  const [beside, before] = [`${out}.building-${process.pid}`, `${out}.before-${process.pid}`];
  await mkdir(path.dirname(out), { recursive: true });
  await moveTree(finished, beside);
  await rename(out, before).catch(ignoreMissing);
  await rename(beside, out);
  await rm(before, { recursive: true, force: true });
  for (const name of readdirSync(path.dirname(out)))
    if (isLeftBeside(path.basename(out), name))
      await rm(path.join(path.dirname(out), name), { recursive: true, force: true });
}

function isLeftBeside(out: string, name: string): boolean {
  return name.startsWith(`${out}.`) && /^(?:building|before)-\d+$/.test(name.slice(out.length + 1));
}

/** Copies where renaming cannot: to another file system. */
async function moveTree(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
