import type { Facet } from '../../notes/search/facets.ts';
import type { FoundItem } from '../../notes/search/found-item.ts';

/** Facets of which every value has a page of each product. */
export const LISTED_FACETS = ['section', 'kind', 'module', 'maturity', 'severity'] as const satisfies Facet[];
export type ListedFacet = (typeof LISTED_FACETS)[number];

/** What stands on such pages: whole releases have a page of their own. */
export function listedItems(items: readonly FoundItem[]): FoundItem[] {
  return items.filter(({ title, headings }) => title !== '' || headings.length > 0);
}

/** A module is named on its product's pages without the product. */
export function addressWord(value: string): string {
  return value.slice(value.indexOf('/') + 1);
}

/** A list of a product's entries that share a value. */
export interface FacetList {
  facet: ListedFacet;
  value: string;
  items: FoundItem[];
}

/** All lists of a product, each with the newest release first. */
export function facetLists(items: readonly FoundItem[]): FacetList[] {
  const listed = listedItems(items).sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
  return LISTED_FACETS.flatMap((facet) => {
    const lists = new Map<string, FoundItem[]>();
    for (const item of listed)
      for (const value of item.facets[facet]) {
        const list = lists.get(value);
        if (list === undefined) lists.set(value, [item]);
        else list.push(item);
      }
    return [...lists].map(([value, items]) => ({ facet, value, items }));
  });
}
