import type { FacetCounts } from '../../notes/search/facet-counts.ts';
import type { Product } from '../../records/product.ts';
import { facetPath } from '../paths.ts';
import { facetChoices } from './facet-choices.ts';
import { type FacetLabel, facetLabels } from './facet-label.ts';
import { addressWord, LISTED_FACETS } from './facet-lists.ts';

/** The lists of one facet. */
export interface ListLinks {
  legend: string;
  links: { href: string; text: string; count: number }[];
}

/** The ways to all lists of a product's entries. */
export function listLinks(product: string, listed: FacetCounts, label: FacetLabel): ListLinks[] {
  return facetChoices(listed, label, LISTED_FACETS).map(({ facet, legend, choices }) => ({
    legend,
    links: choices.map(({ value, label: text, count }) => ({
      href: facetPath(product, facet, addressWord(value)),
      text,
      count,
    })),
  }));
}

/** A product's lists, as the page of all products leads to them. */
export interface ProductLists {
  id: string;
  name: string;
  facets: ListLinks[];
}

/** Links that the page of all products has room for. */
const LINKS = 300;

/** The lists of all products; where these are too many for one page, each product's own page has them. */
export function linksThatFit(
  products: readonly { source: { id: string; product: Product }; listed: FacetCounts }[],
): ProductLists[] {
  const all = products.map(({ source, listed }) => ({
    id: source.id,
    name: source.product.name,
    facets: listLinks(source.id, listed, facetLabels([source])),
  }));
  const count = all.reduce((sum, { facets }) => sum + facets.flatMap(({ links }) => links).length, 0);
  return count <= LINKS ? all : all.map((lists) => ({ ...lists, facets: [] }));
}
