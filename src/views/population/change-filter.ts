import type { ChangeRow } from './change-row.ts';

/** What changes are filtered by, in the order in which it is written. */
export const FACETS = ['product', 'environment', 'month', 'type', 'independent', 'rolledBack'] as const;
export type Facet = (typeof FACETS)[number];

/** What is wanted; what is not named may be anything. */
export type ChangeFilter = Partial<Record<Facet, string>>;

/** What a row says to a question of the filter. Environments are named with their product. */
export function facetOf(row: ChangeRow, facet: Facet): string {
  if (facet === 'environment') return `${row.product}/${row.environment}`;
  return facet === 'month' ? row.deployedAt.slice(0, 7) : row[facet];
}

/** Whether a row is all that is wanted: each question narrows what the others leave. */
export function isWanted(row: ChangeRow, filter: ChangeFilter): boolean {
  return FACETS.every((facet) => filter[facet] === undefined || filter[facet] === facetOf(row, facet));
}

/** A filter as a query's line says it, with a blank before each part: " filter.type=emergency". */
export function filterText(filter: ChangeFilter): string {
  return FACETS.flatMap((facet) => {
    const value = filter[facet];
    return value === undefined ? [] : ` filter.${facet}=${value}`;
  }).join('');
}

/** A filter as an address has it, with "?" before it; empty where anything is wanted. */
export function searchOf(filter: ChangeFilter): string {
  const wanted = FACETS.flatMap((facet) => {
    const value = filter[facet];
    return value === undefined ? [] : [[facet, value]];
  });
  return wanted.length === 0 ? '' : `?${new URLSearchParams(wanted)}`;
}
