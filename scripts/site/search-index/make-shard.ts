import { moduleValue } from '../../../src/notes/search/facets.ts';
import type { FoundItem } from '../../../src/notes/search/found-item.ts';
import { foundItems } from '../../../src/notes/search/found-items.ts';
import { type SearchRecord, searchRecord, shownItem } from '../../../src/notes/search/search-record.ts';
import { HITS_PER_FILE, hitsFile, ITEM_TABLE } from '../../../src/notes/search/shard-files.ts';
import { Fault } from '../../../src/records/fault.ts';
import { FIND } from '../../../src/views/texts.ts';
import { itemTable } from './item-table.ts';
import type { Files } from './pagefind-service.ts';
import type { ShardPlan } from './plan-shards.ts';
import { type PublishedProduct, readReleases } from './read-edition.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordFiles } from './word-files.ts';
import { cutRecords, wordPlaces } from './word-places.ts';

/** All files of a planned shard: its words, the table of its items, and what hits show. */
export async function makeShard(
  edition: string,
  { name, product, months, finals }: ShardPlan,
  vocabulary: Vocabulary,
): Promise<Files> {
  const items = foundItems(await readReleases(edition, product, months), finals);
  return shardFiles(name, recordsOf(items, product), vocabulary);
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
  vocabulary: Vocabulary,
): Promise<Files> {
  // Reading order holds within a day, and within a release.
  const all = found.toSorted(({ item: a }, { item: b }) =>
    a.date === b.date ? 0 : a.date < b.date ? 1 : -1,
  );
  refuseTwins(name, all);
  const cut = cutRecords(all.map(({ record }) => record));
  const facts = await vocabulary.learn(cut.said);
  const files = new Map(wordFiles(wordPlaces(cut, vocabulary.of), facts, name, all.length));
  files.set(ITEM_TABLE, json(itemTable(all.map(({ item }) => item))));
  const shown = all.map(({ item, record }) => shownItem(item, record));
  for (let from = 0; from < shown.length; from += HITS_PER_FILE)
    files.set(hitsFile(from), json(shown.slice(from, from + HITS_PER_FILE)));
  return files;
}

/** A hit leads to an address: of two with one, readers would see the same thing twice. */
function refuseTwins(shard: string, all: readonly ShardItem[]): void {
  const addresses = new Set(all.map(({ item }) => item.address));
  if (addresses.size !== all.length)
    throw new Fault(`the search index has ${addresses.size} addresses for ${all.length} items of ${shard}`, {
      hint: 'The edition says something twice: build it again.',
    });
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
