import type { Facet } from '../../notes/search/facets.ts';
import { moduleValue } from '../../notes/search/facets.ts';
import type { Product } from '../../records/product.ts';
import { SECTIONS } from '../../records/sections.ts';
import { FIND } from '../texts.ts';

/** Gives a value of a facet its name for customers. */
export type FacetLabel = (facet: Facet, value: string) => string;

/** Names of values among these products. A module says whose it is where there are several. */
export function facetLabels(products: readonly { id: string; product: Product }[]): FacetLabel {
  const names = new Map<string, string>();
  for (const { id, product } of products) {
    names.set(`product ${id}`, product.name);
    for (const module of product.modules) {
      const alone = products.length === 1 || module.name === product.name;
      const name = alone ? module.name : `${product.name}: ${module.name}`;
      names.set(`module ${moduleValue(id, module.id)}`, name);
    }
  }
  for (const { id, heading } of SECTIONS) names.set(`section ${id}`, heading);
  for (const [facet, values] of Object.entries(FIND.values))
    for (const [value, name] of Object.entries(values)) names.set(`${facet} ${value}`, name);
  return (facet, value) => names.get(`${facet} ${value}`) ?? value;
}
