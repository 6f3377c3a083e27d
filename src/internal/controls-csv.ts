import type { APIRoute, GetStaticPaths } from 'astro';
import { readOutcomes } from '../content/control-results.ts';
import { readProducts } from '../content/products.ts';
import { matrixCsv } from '../views/controls/matrix-csv.ts';

export const getStaticPaths = (() =>
  readProducts().map(({ id }) => ({ params: { product: id } }))) satisfies GetStaticPaths;

/** The whole matrix of a product's controls. */
export const GET: APIRoute = ({ params }) => new Response(matrixCsv(readOutcomes(params['product'] ?? '')));
