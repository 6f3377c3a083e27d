import type { Facet } from './facets.ts';

/** Where the search index is in an edition, from its root on. */
export const INDEX_FOLDER = 'pagefind';
/** `pagefind/shards.json`: which shards there are. */
export const SHARD_LIST = 'shards.json';
/** `pagefind/<shard>/items.json`: what its items are told apart by. */
export const ITEM_TABLE = 'items.json';
/** Items whose words are fetched together: few files for us, little to load for who looks at one of them. */
export const HITS_PER_FILE = 32;

/** Facets by which whole shards can be passed over. */
export const SHARD_FACETS = ['product', 'year'] as const satisfies Facet[];

/** A part of the search index: what a product published in a span of time. */
export interface Shard {
  /** Its folder, named after all that it is made of: what stands in it never changes. */
  name: string;
  items: number;
  /** All values that its items have. */
  holds: Record<(typeof SHARD_FACETS)[number], readonly string[]>;
}

/** What the items of a shard are told apart by. They have numbers from 0 on, the newest first. */
export interface ItemTable {
  /** Dates of releases with the number of their items. */
  dates: readonly (readonly [date: string, items: number])[];
  facets: Record<Facet, FacetColumn>;
}

/** All lists of values that a facet has in a shard, and which of them each item has. */
export interface FacetColumn {
  lists: readonly (readonly string[])[];
  items: readonly number[];
}

/** What a hit shows. */
export interface ShownItem {
  address: string;
  /** Its words, cut at white space: matches are told by their places. */
  content: string;
  title: string;
  product: string;
  version: string;
  date: string;
  section: string;
  whole: boolean;
  gone: 'release' | 'entry' | null;
  marks: Partial<Record<'breaking' | 'severity' | 'maturity', readonly string[]>>;
}

/** The file with an item's words, below its shard. */
export function hitsFile(item: number): string {
  return `hits/${Math.floor(item / HITS_PER_FILE)}.json`;
}

/** How an item is called in the index of words. */
export function itemId(shard: string, item: number): string {
  return `${shard}/${item}`;
}

/** The shard and the number of an item. */
export function itemOf(id: string): { shard: string; item: number } {
  const slash = id.lastIndexOf('/');
  return { shard: id.slice(0, slash), item: Number(id.slice(slash + 1)) };
}
