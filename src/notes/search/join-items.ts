import { FACETS, type FacetValues } from './facets.ts';
import type { FoundItem } from './found-item.ts';

/** A bullet that stands in several sections, as a highlight does, is one thing to find. */
export function joinedByAddress(items: readonly FoundItem[]): FoundItem[] {
  const places = Map.groupBy(items, ({ address }) => address);
  return [...places.values()].map((same) => same.reduce(joined));
}

function joined(first: FoundItem, second: FoundItem): FoundItem {
  return {
    ...first,
    headings: union(first.headings, second.headings),
    html: first.html === second.html ? first.html : `${first.html}${second.html}`,
    names: union(first.names, second.names),
    facets: joinedFacets(first.facets, second.facets),
    gone: first.gone ?? second.gone,
  };
}

function joinedFacets(first: FacetValues, second: FacetValues): FacetValues {
  const all = { ...first };
  for (const facet of FACETS) all[facet] = union(first[facet], second[facet]);
  return all;
}

function union(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])];
}
