import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { INDEX_FOLDER, ITEM_TABLE, type ItemTable, type Shard } from '../../src/notes/search/shard-files.ts';
import { codeVersion } from './search-index/code-version.ts';
import { signOfFiles } from './search-index/file-signs.ts';
import { filesOf, type IndexPart, partsOf, prepareFolder, writeList } from './search-index/index-folder.ts';
import { shardOf } from './search-index/item-table.ts';
import { type Memory, readMemory, writeMemory } from './search-index/memory.ts';
import { placeParts } from './search-index/place-parts.ts';
import { planShards } from './search-index/plan-shards.ts';
import { readProducts } from './search-index/read-edition.ts';
import { seenMonths } from './search-index/seen-months.ts';
import { shardCache } from './search-index/shard-cache.ts';
import type { SpanLimits } from './search-index/spans.ts';

/**
 * Writes the search index of a built edition, in the folder `pagefind`. It is made from what the edition's own API says:
 * nothing can be found that is not published. Shards that stand there as they would be made stay, and those that are in
 * the folder `cache` are taken from there. The same edition gives the same bytes, whatever was there before; one without
 * any release gets no index.
 */
export async function writeSearchIndex(
  edition: string,
  cache: string | null = null,
  limits?: SpanLimits,
): Promise<void> {
  const folder = path.join(edition, INDEX_FOLDER);
  const code = await codeVersion();
  const before = readMemory(cache, code);
  const months = seenMonths(edition, before.months);
  const plans = await planShards(edition, await readProducts(edition), months, code, limits);
  if (plans.length === 0) return rmSync(folder, { recursive: true, force: true });
  const names = plans.map(({ name }) => name);
  const parts = partsOf(folder, `runtime-${code.slice(0, 16)}`, names);
  prepareFolder(folder, parts);
  const left = await placeParts(parts, new Map(plans.map((plan) => [plan.name, plan])), {
    edition,
    before: before.parts,
    kept: shardCache(cache),
  });
  const shards = new Map(names.map((name) => [name, left[name]?.facts ?? readShard(folder, name)]));
  writeList(folder, [...shards.values()]);
  if (cache !== null)
    writeMemory(cache, code, { months: months.all, parts: { ...seenParts(parts, shards, left), ...left } });
}

function readShard(folder: string, name: string): Shard {
  const table: ItemTable = JSON.parse(readFileSync(path.join(folder, name, ITEM_TABLE), 'utf8'));
  return shardOf(name, table);
}

/** What is known of parts that were put in their places now, where it can be told again by how they look. */
function seenParts(
  parts: readonly IndexPart[],
  shards: ReadonlyMap<string, Shard>,
  left: Memory['parts'],
): Memory['parts'] {
  const seen = parts.flatMap((part) => {
    const sign = part.name in left ? null : signOfFiles(part.place, filesOf(part));
    return sign === null ? [] : [[part.name, { sign, facts: shards.get(part.name) ?? null }] as const];
  });
  return Object.fromEntries(seen);
}
