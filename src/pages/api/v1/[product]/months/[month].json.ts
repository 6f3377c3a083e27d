import type { APIRoute, GetStaticPaths } from 'astro';
import { monthDocument } from '../../../../../api/month-document.ts';
import { jsonResponse, schemaOf } from '../../../../../content/api.ts';
import { readMonths, readReleasesOf } from '../../../../../content/months.ts';
import { readProducts } from '../../../../../content/products.ts';

export const getStaticPaths = (() =>
  readProducts().flatMap(({ id }) =>
    readMonths(id).map((month) => ({ params: { product: id, month } })),
  )) satisfies GetStaticPaths;

/** The releases of one month of a product. */
export const GET: APIRoute<object, { product: string; month: string }> = ({ params: { product, month } }) =>
  jsonResponse(monthDocument(schemaOf('month'), product, month, readReleasesOf(product, month)));
