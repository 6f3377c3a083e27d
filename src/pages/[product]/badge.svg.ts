import type { APIRoute, GetStaticPaths } from 'astro';
import { findProductPages, readProductPages } from '../../content/sources.ts';
import { badgeSvg } from '../../views/follow/badge.ts';
import { badgeOf } from '../../views/follow/follow-page.ts';

export const getStaticPaths = (() =>
  readProductPages().map(({ id }) => ({ params: { product: id } }))) satisfies GetStaticPaths;

/** A picture of a product's latest version. */
export const GET: APIRoute = ({ params }) =>
  new Response(badgeSvg(badgeOf(findProductPages(params['product'] ?? ''))), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
