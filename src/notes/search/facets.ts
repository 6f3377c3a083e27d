/** What entries are told apart by, in the order in which it is asked for. */
export const FACETS = [
  'product',
  'section',
  'breaking',
  'severity',
  'maturity',
  'module',
  'kind',
  'year',
] as const;
export type Facet = (typeof FACETS)[number];

/** What something is, by facet; nothing under a facet that does not apply to it. */
export type FacetValues = Record<Facet, readonly string[]>;

/** The value under `section` of what is told of a release as a whole. */
export const WHOLE_RELEASE = 'release';

/** The value under `section` of an entry below a heading of a person's own. */
export const OTHER_SECTION = 'other';

/** A word as it may stand in an address: lower-case letters, digits and "-". */
export function facetWord(word: string): string {
  const plain = word.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-+|-+$/g, '') || OTHER_SECTION;
}

/** A module among those of all products, as "openebs/core". */
export function moduleValue(product: string, module: string): string {
  return `${product}/${module}`;
}
