import { WHOLE_RELEASE } from './facets.ts';
import type { FoundItem } from './found-item.ts';
import type { ShownItem } from './shard-files.ts';
import { wordsOfHtml } from './words-of-html.ts';

/** One thing to find as the index of words takes it: its words, and the facts that it is looked up by too. */
export interface SearchRecord {
  url: string;
  content: string;
  language: string;
  meta: { title: string; product: string; version: string; date: string; section: string };
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

/** An item as the index of words takes it. */
export function searchRecord(item: FoundItem, names: RecordNames): SearchRecord {
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
  };
}

/** What a hit on an item shows. */
export function shownItem({ facets, gone }: FoundItem, { url, content, meta }: SearchRecord): ShownItem {
  const { breaking, severity, maturity } = facets;
  return {
    address: url,
    content,
    ...meta,
    whole: facets.section.includes(WHOLE_RELEASE),
    gone,
    marks: { breaking, severity, maturity },
  };
}

function wordsOfItem({ html, workaroundHtml }: FoundItem, workaround: string): string {
  const words = wordsOfHtml(html);
  return workaroundHtml === null ? words : `${words} ${workaround} ${wordsOfHtml(workaroundHtml)}`;
}
