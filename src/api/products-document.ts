import { apiPath, productPath } from '../views/paths.ts';
import { latestOf, type ProductSource } from '../views/release-view.ts';
import type { ProductsDocument } from './documents.ts';

/** A product with its notes and the text that describes it. */
export interface DescribedProduct extends ProductSource {
  description: string;
}

/** All products, in the order in which they are given. */
export function productsDocument($schema: string, sources: readonly DescribedProduct[]): ProductsDocument {
  return { $schema, products: sources.map(listed) };
}

function listed({ id, product, notes, description }: DescribedProduct): ProductsDocument['products'][number] {
  return {
    id,
    name: product.name,
    summary: product.summary,
    description: description.trim(),
    website: product.website ?? null,
    latest: latestOf(notes)?.note.version ?? null,
    address: productPath(id),
    releases: apiPath(id, 'releases.json'),
  };
}
