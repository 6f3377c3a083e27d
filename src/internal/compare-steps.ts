import type { APIRoute, GetStaticPaths } from 'astro';
import { readSteps } from '../content/compare.ts';
import { readProducts } from '../content/products.ts';

export const getStaticPaths = (() =>
  readProducts().map(({ id }) => ({ params: { product: id } }))) satisfies GetStaticPaths;

/** All releases of a product with the one before each. */
export const GET: APIRoute = ({ params }) => Response.json(readSteps(params['product'] ?? ''));
