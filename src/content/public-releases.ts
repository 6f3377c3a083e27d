import { type Lineage, lineageOf, lineageReleases } from '../notes/lineage.ts';
import type { PublicRelease } from '../notes/public-release.ts';
import { publicRelease } from '../views/public-release.ts';
import { notedVersions } from './notes.ts';
import { once } from './once.ts';
import { findProductPages, findRelease } from './sources.ts';

/** A product's releases as everybody may know them, the newest version first. */
export const readPublicReleases: (product: string) => PublicRelease[] = once('public releases', (product) =>
  notedVersions(product).map((version) => readPublicRelease(product, version)),
);

/** One of them. */
export function readPublicRelease(product: string, version: string): PublicRelease {
  return releases(`${product}/${version}`);
}

const releases = once(
  'public release',
  (key): PublicRelease => {
    const [product = '', version = ''] = key.split('/');
    const source = findProductPages(product);
    return publicRelease(findRelease(source, version), source);
  },
  { kept: true },
);

/** How a product's releases grew from each other. */
export const readLineage: (product: string) => Lineage = once('lineage', (product) =>
  lineageOf(lineageReleases(readPublicReleases(product))),
);
