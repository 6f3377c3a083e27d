import type { FoundItem } from '../notes/search/found-item.ts';
import { foundItems, idsOf } from '../notes/search/found-items.ts';
import { type FoundCounts, foundCounts } from '../views/find/found-counts.ts';
import { notedVersions } from './notes.ts';
import { once } from './once.ts';
import { readPublicRelease } from './public-releases.ts';

/** All that can be found of a product, the newest version first. */
export const readFoundItems: (product: string) => FoundItem[] = once('found items', (product) =>
  notedVersions(product).flatMap((version) => readFoundOf(product, version)),
);

/** What of it is told by one release. */
export function readFoundOf(product: string, version: string): FoundItem[] {
  return foundOf(`${product}/${version}`);
}

const foundOf = once('found of a release', (key) => {
  const [product = '', version = ''] = key.split('/');
  const release = readPublicRelease(product, version);
  const final = release.foldedInto;
  if (final === null || !notedVersions.has(product, final)) return foundItems([release]);
  return foundItems([release], new Map([[final, toldIds(`${product}/${final}`)]]));
});

/** What a final release tells of: all that its prereleases need to know of it. */
const toldIds = once(
  'told ids of a release',
  (key): string[] => {
    const [product = '', version = ''] = key.split('/');
    return idsOf(readPublicRelease(product, version));
  },
  { cut: true },
);

/** How much that is: pages that only count read no items. */
export const readFoundCounts: (product: string) => FoundCounts = once(
  'found counts',
  (product) => foundCounts(readFoundItems(product)),
  { kept: true },
);
