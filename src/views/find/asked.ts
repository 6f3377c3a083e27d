import { FACETS, type Facet } from '../../notes/search/facets.ts';
import { findPath } from '../paths.ts';

/** Values that are chosen, by facet. */
export type Chosen = Partial<Record<Facet, readonly string[]>>;

/** A question as an address and a form have it. */
export interface Asked {
  words: string;
  chosen: Chosen;
  newest: boolean;
}

/** A question in the form of an address's query, always in the same order; empty for none. */
export function queryOf({ words, chosen, newest }: Asked): string {
  const query = new URLSearchParams();
  if (words.trim() !== '') query.set('q', words.trim());
  for (const facet of FACETS) for (const value of chosen[facet] ?? []) query.append(facet, value);
  if (newest) query.set('sort', 'newest');
  return query.toString();
}

/** The question of an address's query. What is no facet is passed over; a value counts once. */
export function askedBy(query: string): Asked {
  const params = new URLSearchParams(query);
  const chosen: Chosen = {};
  for (const facet of FACETS) {
    const values = [...new Set(params.getAll(facet))];
    if (values.length > 0) chosen[facet] = values;
  }
  return { words: (params.get('q') ?? '').trim(), chosen, newest: params.get('sort') === 'newest' };
}

/** Nothing is asked. */
export function isEmpty({ words, chosen }: Asked): boolean {
  return words.trim() === '' && chosenCount(chosen) === 0;
}

/** How many values are chosen. */
export function chosenCount(chosen: Chosen): number {
  return FACETS.reduce((sum, facet) => sum + (chosen[facet]?.length ?? 0), 0);
}

/** The address that asks for these values. */
export function searchAddress(chosen: Chosen): string {
  const query = queryOf({ words: '', chosen, newest: false });
  return query === '' ? findPath() : `${findPath()}?${query}`;
}
