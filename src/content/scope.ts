import { readProducts } from './products.ts';
import type { VersionList } from './version-list.ts';

/** A release whose pages are asked for. */
export type ReleaseScope = {
  product: string;
  version: string;
};

/** What a build tells a route beside what Astro does: the release that it asks about, where it asks about one. */
interface ScopedOptions {
  release?: ReleaseScope;
}

/** The release that a route is asked about; undefined where it is asked about all. */
export function askedRelease(options: unknown): ReleaseScope | undefined {
  return ((options ?? {}) as ScopedOptions).release;
}

/** The releases that a route has pages of: all in a list, or of these the one that is asked about. */
export function releasesIn(options: unknown, list: VersionList): ReleaseScope[] {
  const release = askedRelease(options);
  if (release !== undefined) return list.has(release.product, release.version) ? [release] : [];
  return readProducts().flatMap(({ id: product }) => list(product).map((version) => ({ product, version })));
}
