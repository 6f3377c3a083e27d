import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { CborValue } from './cbor.ts';
import { readPacked, replacePacked } from './packed-file.ts';

/** Pagefind's own pages, and what other languages need: nothing here asks for them. */
const UNUSED = /^pagefind-(?:component-ui|modular-ui|ui|highlight)\.|^wasm\.unknown\./;

const EntrySchema = z.looseObject({
  languages: z.strictObject({ en: z.looseObject({ hash: z.string(), page_count: z.int() }) }),
});

const AnySchema = z.custom<CborValue>();
const NamedSchema = z.tuple([z.string(), AnySchema]);
const FilterSchema = z.tuple([z.string(), z.array(NamedSchema)]);
const FilterHashSchema = z.tuple([z.string(), z.string()]);
/** Version, pages, words, filters, then orders and names of metadata. */
const MetaSchema = z.tuple([z.string(), AnySchema, AnySchema, z.array(FilterHashSchema)], AnySchema);

/**
 * Gives an index of Pagefind 1.5 the same bytes for the same records. Left alone, it writes filters and their values in
 * the order of a hash table, which is another one in each run, and names files by these bytes. Returns how many records
 * are in it.
 */
export async function settleIndex(folder: string): Promise<number> {
  await removeUnused(folder);
  const entryFile = path.join(folder, 'pagefind-entry.json');
  const entry = EntrySchema.parse(JSON.parse(await readFile(entryFile, 'utf8')));
  const metaFile = path.join(folder, metaName(entry.languages.en.hash));
  const [version, pages, words, filters, ...rest] = MetaSchema.parse(await readPacked(metaFile));
  const settled: CborValue[] = [];
  for (const [name, hash] of filters.sort(byName)) settled.push([name, await settleFilter(folder, hash)]);
  entry.languages.en.hash = await replacePacked(
    metaFile,
    [version, pages, words, settled, ...rest],
    metaName,
  );
  await writeFile(entryFile, JSON.stringify(entry));
  return entry.languages.en.page_count;
}

async function removeUnused(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(names.filter((name) => UNUSED.test(name)).map((name) => rm(path.join(folder, name))));
}

async function settleFilter(folder: string, hash: string): Promise<string> {
  const file = path.join(folder, 'filter', filterName(hash));
  const [name, values] = FilterSchema.parse(await readPacked(file));
  return replacePacked(file, [name, values.sort(byName)], filterName);
}

function metaName(hash: string): string {
  return `pagefind.${hash}.pf_meta`;
}

function filterName(hash: string): string {
  return `${hash}.pf_filter`;
}

function byName([a]: [string, ...unknown[]], [b]: [string, ...unknown[]]): number {
  return a < b ? -1 : 1;
}
