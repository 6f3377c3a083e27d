import { FACETS } from './facets.ts';
import type { FoundItem } from './found-item.ts';
import { wordsOfHtml } from './words-of-html.ts';

/** One thing to find as the search index takes it: words to look for, values to choose by, and what a hit shows. */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: { title: string; product: string; version: string; date: string; section: string };
  filters: Record<string, string[]>;
  sort: { date: string };
}

/** Stands between what an item says and the names that it is looked up by. */
export const NAMES_MARK = '¶';

/** What an item needs to know of the site around it. */
export interface RecordNames {
  /** Its product's name for customers. */
  product: string;
  /** Names of the product's modules, by the values of the facet. */
  modules: ReadonlyMap<string, string>;
  /** What stands before a workaround. */
  workaround: string;
}

/** An item as the index takes it. The further on `place` is in the list that is newest first, the older it counts. */
export function searchRecord(item: FoundItem, place: number, names: RecordNames): SearchRecord {
  const modules = item.facets.module.map((module) => names.modules.get(module) ?? module);
  const words = wordsOfItem(item, names.workaround);
  const said = new Set(words.split(/[\s,.:;()]+/));
  const unsaid = item.names.filter((name) => !said.has(name));
  const title = item.title || `${names.product} ${item.version}`;
  return {
    url: item.address,
    // A record without a word would not be taken.
    content: [words || title, NAMES_MARK, ...unsaid, ...modules].join(' ').trim(),
    language: 'en',
    meta: {
      title,
      product: names.product,
      version: item.version,
      date: item.date,
      section: item.headings.join(', '),
    },
    filters: filtersOf(item),
    sort: { date: `${item.date} ${String(LAST_PLACE - place).padStart(8, '0')}` },
  };
}

function wordsOfItem({ html, workaroundHtml }: FoundItem, workaround: string): string {
  const words = wordsOfHtml(html);
  return workaroundHtml === null ? words : `${words} ${workaround} ${wordsOfHtml(workaroundHtml)}`;
}

/** No ledger has more items than this. */
const LAST_PLACE = 99_999_999;

function filtersOf({ facets, gone }: FoundItem): Record<string, string[]> {
  const told = FACETS.filter((facet) => facets[facet].length > 0);
  const filters = Object.fromEntries(told.map((facet) => [facet, [...facets[facet]]]));
  return gone === null ? filters : { ...filters, gone: [gone] };
}
