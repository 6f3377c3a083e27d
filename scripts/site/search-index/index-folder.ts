import { type Dirent, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SHARD_LIST, type Shard } from '../../../src/notes/search/shard-files.ts';
import type { Files } from './pagefind-service.ts';

/** What is made, kept and placed as a whole: a shard in its folder, or what runs in the browser, beside all shards. */
export interface IndexPart {
  /** What it is kept under. */
  name: string;
  /** Where it belongs. */
  place: string;
  isShard: boolean;
}

/** What an index is made of. */
export function partsOf(
  folder: string,
  runtime: string,
  shards: readonly string[],
): [IndexPart, ...IndexPart[]] {
  return [
    { name: runtime, place: folder, isShard: false },
    ...shards.map((name) => ({ name, place: path.join(folder, name), isShard: true })),
  ];
}

/** Makes the folder of an index, without shards that it no longer has. */
export function prepareFolder(folder: string, parts: readonly IndexPart[]): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) removeAll(folder);
  mkdirSync(folder, { recursive: true });
  const shards = new Set(parts.flatMap(({ name, isShard }) => (isShard ? [name] : [])));
  for (const one of entriesOf(folder))
    if (one.isDirectory() && !shards.has(one.name)) removeAll(path.join(folder, one.name));
}

/** Names of all that stands in a part's place, from there on. */
export function filesOf({ place, isShard }: IndexPart): string[] {
  return isShard ? filesBelow(place, '') : besideShards(place);
}

/** Removes a part from its place. */
export function clearPart({ place, isShard }: IndexPart): void {
  if (isShard) removeAll(place);
  else for (const name of besideShards(place)) removeAll(path.join(place, name));
}

/** Writes the list of all shards. */
export function writeList(folder: string, shards: readonly Shard[]): void {
  const place = path.join(folder, SHARD_LIST);
  removeAll(place);
  writeFileSync(place, JSON.stringify(shards));
}

/** Writes a part to its place. */
export function writePart({ place }: IndexPart, files: Files): void {
  // There are hundreds: to wait for each takes longer.
  for (const below of new Set([...files.keys()].map((file) => path.dirname(file))))
    mkdirSync(path.join(place, below), { recursive: true });
  for (const [file, bytes] of files) writeFileSync(path.join(place, file), bytes);
}

function filesBelow(folder: string, below: string): string[] {
  return entriesOf(folder).flatMap((one) =>
    one.isDirectory() ? filesBelow(path.join(folder, one.name), `${below}${one.name}/`) : [below + one.name],
  );
}

/** The list of shards is written each time. */
function besideShards(folder: string): string[] {
  return entriesOf(folder).flatMap((one) => (one.isDirectory() || one.name === SHARD_LIST ? [] : [one.name]));
}

function entriesOf(folder: string): Dirent[] {
  // A link to a folder is none: it would not be in the edition.
  const isFolder = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? readdirSync(folder, { withFileTypes: true }) : [];
}

function removeAll(place: string): void {
  rmSync(place, { recursive: true, force: true });
}
