import type { APIRoute, GetStaticPaths } from 'astro';
import { knownSummary, readSteps } from '../content/compare.ts';
import { readProducts } from '../content/products.ts';

export const getStaticPaths = (() =>
  readProducts().flatMap(({ id: product }) =>
    readSteps(product).map(({ version }) => ({ params: { product, version } })),
  )) satisfies GetStaticPaths;

/** A release in short, for comparisons. */
export const GET: APIRoute = ({ params }) =>
  Response.json(knownSummary(params['product'] ?? '', params['version'] ?? ''));
