import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonResponse, readTableDocument } from '../../../../content/api.ts';
import { readProducts } from '../../../../content/products.ts';
import { PRODUCT_TABLES, type ProductTable } from '../../../../views/paths.ts';

export const getStaticPaths = (() =>
  readProducts().flatMap(({ id }) =>
    PRODUCT_TABLES.map((table) => ({ params: { product: id, table }, props: { table } })),
  )) satisfies GetStaticPaths;

/** A table over all releases of a product. */
export const GET: APIRoute<{ table: ProductTable }> = ({ params, props: { table } }) => {
  const { product = '' } = params;
  return jsonResponse(readTableDocument(product, table));
};
