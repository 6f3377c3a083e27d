import type { FacetCounts } from '../../notes/search/facet-counts.ts';
import { FACETS, type Facet } from '../../notes/search/facets.ts';
import { FIND } from '../texts.ts';
import type { FacetLabel } from './facet-label.ts';
import { inFacetOrder } from './facet-order.ts';

/** A value that can be chosen, and how many things have it. */
export interface FacetChoice {
  value: string;
  label: string;
  count: number;
}

/** A facet with its values. */
export interface FacetChoices {
  facet: Facet;
  legend: string;
  choices: FacetChoice[];
}

/** What can be chosen among things to find, facet by facet; facets without any value are left out. */
export function facetChoices(
  all: FacetCounts,
  label: FacetLabel,
  facets: readonly Facet[] = FACETS,
): FacetChoices[] {
  return facets
    .map((facet) => {
      const counts = new Map(all[facet]);
      const choices = inFacetOrder(facet, counts.keys()).map((value) => ({
        value,
        label: label(facet, value),
        count: counts.get(value) ?? 0,
      }));
      return { facet, legend: FIND.facets[facet], choices };
    })
    .filter(({ choices }) => choices.length > 0);
}

/** Facets that can narrow something down. */
export function worthAsking(facets: readonly FacetChoices[]): FacetChoices[] {
  return facets.filter(({ choices }) => choices.length > 1);
}
