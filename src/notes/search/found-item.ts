import type { FacetValues } from './facets.ts';

/** What can be found: an entry, a known issue, or a release as a whole. */
export interface FoundItem {
  /** Its place on the site, from the root on. No two have the same one. */
  address: string;
  product: string;
  version: string;
  /** When the release was tagged, in UTC. */
  date: string;
  /** The headings that it stands under; none for a whole release. */
  headings: readonly string[];
  /** Its first line as plain text; empty for a whole release, which is called by its version. */
  title: string;
  /** What it says; sanitised. */
  html: string;
  /** What to do until a known issue is fixed; sanitised. Null for all others, and where nothing helps. */
  workaroundHtml: string | null;
  /** Ids and numbers that it is looked up by besides its words. */
  names: readonly string[];
  facets: FacetValues;
  /** Not to be used any more: its release, or what it tells of. */
  gone: 'release' | 'entry' | null;
}
