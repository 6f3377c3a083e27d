import type { PopulationQuery } from '../../population/query.ts';
import { CHANGE_FILTER } from '../population-texts.ts';
import { FACETS, type Facet } from './change-filter.ts';
import { EVIDENCE_MARKS, ROLLBACK_MARKS, TYPE_MARKS } from './change-marks.ts';
import { monthName, monthsOf } from './months.ts';

/** A question of the filter with its answers. */
export interface FacetView {
  facet: Facet;
  label: string;
  options: { value: string; text: string }[];
}

/** The questions of the filter over a population. */
export function facetViews(query: PopulationQuery, names: ReadonlyMap<string, string>): FacetView[] {
  const options = optionsOf(query, names);
  return FACETS.map((facet) => ({ facet, label: CHANGE_FILTER.facets[facet], options: options[facet] }));
}

function optionsOf(
  query: PopulationQuery,
  names: ReadonlyMap<string, string>,
): Record<Facet, FacetView['options']> {
  const { products } = query;
  return {
    product: products.map(({ product }) => ({ value: product, text: names.get(product) ?? product })),
    environment: products.flatMap(({ product, environments }) =>
      environments.map((environment) => optionOf(`${product}/${environment}`)),
    ),
    month: monthsOf(query).map(({ id }) => ({ value: id, text: monthName(id) })),
    type: Object.keys(TYPE_MARKS).map(optionOf),
    independent: (['yes', 'no', 'unproven'] as const).map((value) => ({
      value,
      text: EVIDENCE_MARKS[value].text,
    })),
    rolledBack: Object.keys(ROLLBACK_MARKS).map(optionOf),
  };
}

function optionOf(value: string): { value: string; text: string } {
  return { value, text: value };
}
