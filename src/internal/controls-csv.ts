import type { APIRoute, GetStaticPaths } from 'astro';
import { readProducts } from '../content/products.ts';
import { readStandings } from '../content/trail.ts';
import { matrixCsv } from '../views/controls/matrix-csv.ts';

export const getStaticPaths = (() =>
  readProducts().map(({ id }) => ({ params: { product: id } }))) satisfies GetStaticPaths;

/** The whole matrix of a product's controls. */
export const GET: APIRoute = ({ params }) => new Response(matrixCsv(readStandings(params['product'] ?? '')));
