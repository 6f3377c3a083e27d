import type { PhrasingContent } from 'mdast';
import { releasePath } from '../views/paths.ts';
import type { VersionSet } from '../views/version-link.ts';
import { plain } from './note-tree.ts';

/** Where the site is, and which releases of a product it has. */
export interface Site {
  /** Its address without a slash behind it. Null where nobody knows it: then nothing links to the site. */
  address: string | null;
}

/** A path of the site as an address; null where the site's address is not known. */
export function addressOn(site: Site, path: string): string | null {
  return site.address === null ? null : `${site.address}${path}`;
}

/** Words that lead to a page of the site, or only the words where its address is not known. */
export function linkTo(site: Site, path: string, words: string): PhrasingContent {
  const url = addressOn(site, path);
  return url === null ? plain(words) : { type: 'link', url, children: [plain(words)] };
}

/** A version that leads to its release, where the ledger has one. */
export function versionLink(
  site: Site,
  product: string,
  known: VersionSet,
  version: string,
): PhrasingContent {
  return known.has(version) ? linkTo(site, releasePath(product, version), version) : plain(version);
}
