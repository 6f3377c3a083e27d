import { FACETS, type Facet } from './facets.ts';
import type { FoundItem } from './found-item.ts';

/** How many things have each value of a facet, the values in the order in which they came. */
export type FacetCounts = Record<Facet, ValueCount[]>;

type ValueCount = [value: string, count: number];

/** Counts things to find by all that they are told apart by. */
export function facetCounts(items: readonly FoundItem[]): FacetCounts {
  return countsOf((facet, add) => {
    for (const { facets } of items) for (const value of facets[facet]) add(value, 1);
  });
}

/** The counts of all products together, in their order. */
export function joinedCounts(all: readonly FacetCounts[]): FacetCounts {
  return countsOf((facet, add) => {
    for (const counts of all) for (const [value, count] of counts[facet]) add(value, count);
  });
}

type Add = (value: string, count: number) => void;

function countsOf(tell: (facet: Facet, add: Add) => void): FacetCounts {
  const counts = FACETS.map((facet) => {
    const sums = new Map<string, number>();
    tell(facet, (value, count) => sums.set(value, (sums.get(value) ?? 0) + count));
    return [facet, [...sums]];
  });
  return Object.fromEntries(counts) as FacetCounts;
}
