import { type Lineage, lineageOf, lineageReleases } from '../notes/lineage.ts';
import type { PublicRelease } from '../notes/public-release.ts';
import { publicReleases } from '../views/public-releases.ts';
import { once } from './once.ts';
import { findProductPages } from './sources.ts';

/** A product's releases as everybody may know them, the newest version first. */
export const readPublicReleases: (product: string) => PublicRelease[] = once('public releases', (product) =>
  publicReleases(findProductPages(product)),
);

/** How a product's releases grew from each other. */
export const readLineage: (product: string) => Lineage = once('lineage', (product) =>
  lineageOf(lineageReleases(readPublicReleases(product))),
);
