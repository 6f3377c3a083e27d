import type { Product } from '../../records/product.ts';

/** Names of modules as customers know them; none for a product with one module. */
export function moduleNames(ids: readonly string[], { modules }: Product): string[] {
  if (modules.length < 2) return [];
  return ids.map((id) => modules.find((module) => module.id === id)?.name ?? id);
}
