import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { INDEX_FOLDER, ITEM_TABLE, type ItemTable, SHARD_LIST } from '../../src/notes/search/shard-files.ts';
import { codeVersion } from './search-index/code-version.ts';
import { shardOf } from './search-index/item-table.ts';
import { makeShard } from './search-index/make-shard.ts';
import { type Files, pagefindService } from './search-index/pagefind-service.ts';
import { planShards, type ShardPlan } from './search-index/plan-shards.ts';
import { readProducts } from './search-index/read-edition.ts';
import { type ShardCache, shardCache } from './search-index/shard-cache.ts';
import type { SpanLimits } from './search-index/spans.ts';
import { vocabulary } from './search-index/vocabulary.ts';
import { runtimeFiles } from './search-index/word-files.ts';

/**
 * Writes the search index of a built edition anew, in the folder `pagefind`. It is made from what the edition's own
 * API says: nothing can be found that is not published. Shards that are in the folder `cache` as they would be made
 * are taken from there. The same edition gives the same bytes; one without any release gets no index.
 */
export async function writeSearchIndex(
  edition: string,
  cache: string | null = null,
  limits?: SpanLimits,
): Promise<void> {
  const folder = path.join(edition, INDEX_FOLDER);
  await rm(folder, { recursive: true, force: true });
  const code = await codeVersion();
  const plans = await planShards(edition, await readProducts(edition), code, limits);
  if (plans.length === 0) return;
  const kept = shardCache(cache);
  const pagefind = await pagefindService();
  const words = vocabulary(pagefind);
  try {
    await place(kept, `runtime-${code.slice(0, 16)}`, folder, async () =>
      runtimeFiles(await pagefind.index([NOTHING])),
    );
    const left = [...plans];
    const makeInTurn = async (): Promise<void> => {
      for (let plan = left.shift(); plan !== undefined; plan = left.shift()) {
        const one = plan;
        await place(kept, one.name, path.join(folder, one.name), () => makeShard(edition, one, words));
      }
    };
    await Promise.all([makeInTurn(), makeInTurn()]);
  } finally {
    await pagefind.end();
  }
  await writeList(folder, plans);
  kept.prune();
}

/** Pagefind makes no index of no records. */
const NOTHING = {
  ...{ url: '/', content: 'Nothing', language: 'en' },
  meta: { title: '', product: '', version: '', date: '', section: '' },
};

async function place(
  kept: ShardCache,
  name: string,
  folder: string,
  make: () => Promise<Files>,
): Promise<void> {
  if (kept.take(name, folder)) return;
  const files = await make();
  // There are hundreds: to wait for each takes longer.
  for (const below of new Set([...files.keys()].map((file) => path.dirname(file))))
    mkdirSync(path.join(folder, below), { recursive: true });
  for (const [file, bytes] of files) writeFileSync(path.join(folder, file), bytes);
  kept.keep(name, folder, files);
}

async function writeList(folder: string, plans: readonly ShardPlan[]): Promise<void> {
  const shards = plans.map(async ({ name }) => {
    const table: ItemTable = JSON.parse(await readFile(path.join(folder, name, ITEM_TABLE), 'utf8'));
    return shardOf(name, table);
  });
  await writeFile(path.join(folder, SHARD_LIST), JSON.stringify(await Promise.all(shards)));
}
