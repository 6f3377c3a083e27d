import type { FoundItem } from '../notes/search/found-item.ts';
import { addressWord, type FacetList, facetLists } from '../views/find/facet-lists.ts';
import { listPages } from '../views/find/list-pages.ts';
import type { ListPages } from '../views/paging/settled-pages.ts';
import { readFoundItems } from './found-items.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';

/** A list of a product's entries, cut into pages. */
export interface PagedList extends FacetList {
  /** The value as the list's address has it. */
  word: string;
  pages: ListPages<FoundItem[]>;
}

/** All lists of a product. */
const readFacetLists: (product: string) => PagedList[] = once('facet lists', (product) =>
  facetLists(readFoundItems(product)).map((list) => ({
    ...list,
    word: addressWord(list.value),
    pages: listPages(list.items),
  })),
);

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

/** A page of one of them, as "openebs kind fix", by the value as the list's address has it. */
export const readFacetPage = pageReader('facet page', (key) => {
  const [product = '', facet, word] = key.split(' ');
  const list = readFacetLists(product).find((each) => each.facet === facet && each.word === word);
  return list?.pages ?? { newest: [], numbered: [] };
});
