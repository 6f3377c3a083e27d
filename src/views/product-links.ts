import type { Product } from '../records/product.ts';
import {
  followPath,
  PRODUCT_TABLES,
  type ProductTable,
  productPath,
  productTablePath,
  upgradePath,
} from './paths.ts';
import { TEXTS } from './texts.ts';

/** The pages of a product that its navigation leads to. */
export type ProductPlace = 'notes' | 'upgrade' | ProductTable | 'follow';

/** A link of a product's navigation. */
export interface ProductLink {
  place: ProductPlace;
  text: string;
  href: string;
}

/** A product's navigation. A table of compatibility is there only where the product's page says of what. */
export function productLinks(id: string, product: Product): ProductLink[] {
  const words = TEXTS.places;
  const tables = PRODUCT_TABLES.filter(
    (table) => table !== 'compatibility' || product.compatibility !== undefined,
  );
  return [
    { place: 'notes', text: words.notes, href: productPath(id) },
    { place: 'upgrade', text: words.upgrade, href: upgradePath(id) },
    ...tables.map((table) => ({ place: table, text: words[table], href: productTablePath(id, table) })),
    { place: 'follow', text: words.follow, href: followPath(id) },
  ];
}
