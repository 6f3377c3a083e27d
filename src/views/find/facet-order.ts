import { compareVersions } from '../../history/version-order.ts';
import type { Facet } from '../../notes/search/facets.ts';
import { OTHER_SECTION, WHOLE_RELEASE } from '../../notes/search/facets.ts';
import { MATURITIES, WEAKNESS_SEVERITIES } from '../../records/note.ts';
import { SECTIONS } from '../../records/sections.ts';
import { FIND } from '../texts.ts';

const FIXED: Partial<Record<Facet, readonly string[]>> = {
  section: [...SECTIONS.map(({ id }) => id), OTHER_SECTION, WHOLE_RELEASE],
  breaking: ['yes', 'no'],
  severity: WEAKNESS_SEVERITIES,
  maturity: MATURITIES,
  kind: Object.keys(FIND.values.kind),
};

/** Values of a facet in the order in which they are shown; where it has none of its own, as they come. */
export function inFacetOrder(facet: Facet, values: Iterable<string>): string[] {
  if (facet === 'year') return [...values].sort((a, b) => compareVersions(b, a));
  const order = FIXED[facet];
  if (order === undefined) return [...values];
  const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...values].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
