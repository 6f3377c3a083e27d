import type { FoundItem } from '../notes/search/found-item.ts';
import { addressWord, type FacetList, facetLists } from '../views/find/facet-lists.ts';
import { listPages } from '../views/find/list-pages.ts';
import { readFoundItems } from './found-items.ts';
import { once } from './once.ts';

/** A list of a product's entries, cut into pages. */
export interface PagedList extends FacetList {
  /** The value as the list's address has it. */
  word: string;
  pages: FoundItem[][];
}

/** All lists of a product. */
export const readFacetLists: (product: string) => PagedList[] = once((product) =>
  facetLists(readFoundItems(product)).map((list) => ({
    ...list,
    word: addressWord(list.value),
    pages: listPages(list.items),
  })),
);
