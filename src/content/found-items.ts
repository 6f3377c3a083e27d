import type { FoundItem } from '../notes/search/found-item.ts';
import { foundItems } from '../notes/search/found-items.ts';
import { type FoundCounts, foundCounts } from '../views/find/found-counts.ts';
import { once } from './once.ts';
import { readPublicReleases } from './public-releases.ts';

/** All that can be found of a product, the newest version first. */
export const readFoundItems: (product: string) => FoundItem[] = once('found items', (product) =>
  foundItems(readPublicReleases(product)),
);

/** How much that is: pages that only count read no items. */
export const readFoundCounts: (product: string) => FoundCounts = once(
  'found counts',
  (product) => foundCounts(readFoundItems(product)),
  { kept: true },
);
