import { type FactPart, linkPart, textPart } from '../fact-view.ts';
import { dossierPath } from '../paths.ts';
import type { ProductEnvironments } from './environment-now.ts';

/** What links to releases have to know. */
export type KnownReleases = Pick<ProductEnvironments, 'product' | 'versions'>;

/** The dossier of a release; null where the ledger has none, as of one that was built elsewhere. */
export function releaseHref(version: string, { product, versions }: KnownReleases): string | null {
  return versions.has(version) ? dossierPath(product, version) : null;
}

/** A release with the way to its dossier. */
export function releasePart(version: string, known: KnownReleases): FactPart {
  return versionPart(version, releaseHref(version, known));
}

/** The same, where the way is known. */
export function versionPart(version: string, href: string | null): FactPart {
  return href === null ? textPart(version) : linkPart(version, href);
}
