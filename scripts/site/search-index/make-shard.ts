import { moduleValue } from '../../../src/notes/search/facets.ts';
import type { FoundItem } from '../../../src/notes/search/found-item.ts';
import { foundItems } from '../../../src/notes/search/found-items.ts';
import { type SearchRecord, searchRecord, shownItem } from '../../../src/notes/search/search-record.ts';
import { HITS_PER_FILE, hitsFile, ITEM_TABLE } from '../../../src/notes/search/shard-files.ts';
import { FIND } from '../../../src/views/texts.ts';
import { itemTable } from './item-table.ts';
import type { Files, PagefindService } from './pagefind-service.ts';
import type { ShardPlan } from './plan-shards.ts';
import { type PublishedProduct, readReleases } from './read-edition.ts';
import { wordFiles } from './word-files.ts';

/** All files of a planned shard: its words, the table of its items, and what hits show. */
export async function makeShard(
  edition: string,
  { name, product, months, finals }: ShardPlan,
  pagefind: PagefindService,
): Promise<Files> {
  const items = foundItems(await readReleases(edition, product, months), finals);
  return shardFiles(name, recordsOf(items, product), pagefind);
}

/** Something to find, as it is and as the index of words takes it. */
export interface ShardItem {
  item: FoundItem;
  record: SearchRecord;
}

/** Items of a product as the index takes them. */
export function recordsOf(items: readonly FoundItem[], { id, name, modules }: PublishedProduct): ShardItem[] {
  const called = modules.map((module) => [moduleValue(id, module.id), module.name] as const);
  const names = { product: name, workaround: FIND.workaround, modules: new Map(called) };
  return items.map((item) => ({ item, record: searchRecord(item, names) }));
}

/** The files of a shard with these items. */
export async function shardFiles(
  name: string,
  found: readonly ShardItem[],
  pagefind: PagefindService,
): Promise<Files> {
  // Reading order holds within a day, and within a release.
  const all = found.toSorted(({ item: a }, { item: b }) =>
    a.date === b.date ? 0 : a.date < b.date ? 1 : -1,
  );
  const index = await pagefind.index(all.map(({ record }) => record));
  const files = new Map(wordFiles(index, name, all.length));
  files.set(ITEM_TABLE, json(itemTable(all.map(({ item }) => item))));
  const shown = all.map(({ item, record }) => shownItem(item, record));
  for (let from = 0; from < shown.length; from += HITS_PER_FILE)
    files.set(hitsFile(from), json(shown.slice(from, from + HITS_PER_FILE)));
  return files;
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
