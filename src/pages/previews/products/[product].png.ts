import type { APIRoute, GetStaticPaths } from 'astro';
import { cardPng, pngResponse } from '../../../content/previews.ts';
import { readProduct, readProducts } from '../../../content/products.ts';
import { edition } from '../../../content/settings.ts';
import { siteName } from '../../../content/site.ts';
import { productCard } from '../../../views/previews/cards.ts';

export const getStaticPaths = (() =>
  edition() === 'internal'
    ? []
    : readProducts().map(({ id }) => ({ params: { product: id } }))) satisfies GetStaticPaths;

/** The picture that stands beside links to a product's pages. */
export const GET: APIRoute = ({ params }) =>
  pngResponse(cardPng(productCard(siteName(), readProduct(params['product'] ?? '').product)));
