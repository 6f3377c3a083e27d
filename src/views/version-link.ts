import { releasePath } from './paths.ts';

/** A version, and its page where it has one. */
export interface VersionLink {
  version: string;
  href: string | null;
}

/** Tells which versions have notes. */
export type VersionSet = Pick<ReadonlySet<string>, 'has'>;

/** Makes links to a product's versions; one without notes stays text. */
export function versionLinks(product: string, known: VersionSet): (version: string) => VersionLink {
  return (version) => ({ version, href: known.has(version) ? releasePath(product, version) : null });
}
