import { type FacetCounts, facetCounts } from '../../notes/search/facet-counts.ts';
import type { FoundItem } from '../../notes/search/found-item.ts';
import { listedItems } from './facet-lists.ts';

/** How much can be found. */
export interface FoundCounts {
  entries: number;
  releases: number;
  /** All that can be found by what it is. */
  all: FacetCounts;
  /** The same of what stands on lists. */
  listed: FacetCounts;
}

/** Counts what can be found of a product. */
export function foundCounts(items: readonly FoundItem[]): FoundCounts {
  const listed = listedItems(items);
  return {
    entries: listed.length,
    releases: items.length - listed.length,
    all: facetCounts(items),
    listed: facetCounts(listed),
  };
}
