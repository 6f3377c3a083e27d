import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { INDEX_FOLDER, ITEM_TABLE, type ItemTable, type Shard } from '../../src/notes/search/shard-files.ts';
import { codeVersion } from './search-index/code-version.ts';
import { signOfFiles } from './search-index/file-signs.ts';
import {
  clearPart,
  filesOf,
  type IndexPart,
  partsOf,
  prepareFolder,
  writeList,
  writePart,
} from './search-index/index-folder.ts';
import { shardOf } from './search-index/item-table.ts';
import { makeShard } from './search-index/make-shard.ts';
import { type Memory, readMemory, writeMemory } from './search-index/memory.ts';
import { type Files, type PagefindService, pagefindService } from './search-index/pagefind-service.ts';
import { planShards, type ShardPlan } from './search-index/plan-shards.ts';
import { readProducts } from './search-index/read-edition.ts';
import { seenMonths } from './search-index/seen-months.ts';
import { type ShardCache, shardCache } from './search-index/shard-cache.ts';
import type { SpanLimits } from './search-index/spans.ts';
import { NO_META, vocabulary } from './search-index/vocabulary.ts';
import { runtimeFiles } from './search-index/word-files.ts';

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

/** Where parts come from. */
interface Sources {
  edition: string;
  before: Memory['parts'];
  kept: ShardCache;
}

/** Puts all parts in their places. Tells those that were there already. */
async function placeParts(
  [runtime, ...shards]: [IndexPart, ...IndexPart[]],
  plans: ReadonlyMap<string, ShardPlan>,
  { edition, before, kept }: Sources,
): Promise<Memory['parts']> {
  const left: Memory['parts'] = {};
  const pagefind = await pagefindService();
  const words = vocabulary(pagefind);
  const place = async (part: IndexPart, make: () => Promise<Files>): Promise<void> => {
    const files = filesOf(part);
    const seen = before[part.name];
    if (seen !== undefined && kept.has(part.name) && signOfFiles(part.place, files) === seen.sign)
      left[part.name] = seen;
    else if (!kept.isSame(part.name, part.place, files)) await placeAnew(part, kept, make);
  };
  const queue = shards.map((part) => ({ part, plan: plans.get(part.name) as ShardPlan }));
  const placeInTurn = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { part, plan } = next;
      await place(part, () => makeShard(edition, plan, words));
    }
  };
  try {
    await place(runtime, () => makeRuntime(pagefind));
    // While Pagefind answers one, the other one is worked on.
    await Promise.all([placeInTurn(), placeInTurn()]);
  } finally {
    await pagefind.end();
  }
  kept.prune();
  return left;
}

async function placeAnew(part: IndexPart, kept: ShardCache, make: () => Promise<Files>): Promise<void> {
  clearPart(part);
  if (kept.take(part.name, part.place)) return;
  const files = await make();
  writePart(part, files);
  kept.keep(part.name, part.place, files);
}

/** Pagefind makes no index of no records. */
async function makeRuntime(pagefind: PagefindService): Promise<Files> {
  const nothing = { url: '/', content: 'Nothing', language: 'en', meta: NO_META };
  return runtimeFiles(await pagefind.index([nothing]));
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
