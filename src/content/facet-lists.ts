import type { FoundItem } from '../notes/search/found-item.ts';
import { addressWord, type FacetList, facetLists } from '../views/find/facet-lists.ts';
import { listPages } from '../views/find/list-pages.ts';
import { type ListPage, type ListPages, mapPages, type PageNumber } from '../views/paging/settled-pages.ts';
import { readFoundItems, readFoundOf } from './found-items.ts';
import { notedVersions } from './notes.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';

/** A list of a product's entries, cut into pages. */
export interface PagedList extends FacetList {
  /** The value as the list's address has it. */
  word: string;
  /** Each entry by its place among all that is found of its release, as "1.2.0 3". */
  pages: ListPages<string[]>;
}

/** All lists of a product. */
const readFacetLists: (product: string) => PagedList[] = once('facet lists', (product) => {
  const places = placesOf(product);
  return facetLists(readFoundItems(product)).map((list) => ({
    ...list,
    word: addressWord(list.value),
    pages: mapPages(listPages(list.items), (items) => items.map((item) => places.get(item) ?? '')),
  }));
});

function placesOf(product: string): ReadonlyMap<FoundItem, string> {
  const placed = notedVersions(product).flatMap((version) =>
    readFoundOf(product, version).map((item, at) => [item, `${version} ${at}`] as const),
  );
  return new Map(placed);
}

/** A list of a product without what is on it. */
export type ListPlan = Pick<PagedList, 'facet' | 'value' | 'word'> & {
  /** Entries on it. */
  count: number;
};

/** What lists a product has, without reading them. */
export const readListPlans: (product: string) => ListPlan[] = once(
  'plans of facet lists',
  (product) =>
    readFacetLists(product).map(({ facet, value, word, items }) => ({
      ...{ facet, value, word },
      count: items.length,
    })),
  { kept: true },
);

/** The numbers of the pages of one of them, as "openebs kind fix", by the value as the list's address has it. */
export function facetPageNumbers(list: string): number[] {
  return pageOfPlaces.numbers(list);
}

/** One of these pages. It is told apart by the places of its entries and their releases, not by all words of all pages. */
export function readFacetPage(list: string, page: PageNumber): ListPage<FoundItem[]> {
  const [product = ''] = list.split(' ');
  const at = pageOfPlaces(list, page);
  return { ...at, content: at.content.map((place) => itemAt(product, place)) };
}

function itemAt(product: string, place: string): FoundItem {
  const [version = '', at] = place.split(' ');
  const item = readFoundOf(product, version)[Number(at)];
  if (item === undefined) throw new Error(`nothing of ${product} is at ${place}`);
  return item;
}

const pageOfPlaces = pageReader('facet page', (key) => {
  const [product = '', facet, word] = key.split(' ');
  const list = readFacetLists(product).find((each) => each.facet === facet && each.word === word);
  return list?.pages ?? { newest: [], numbered: [] };
});
