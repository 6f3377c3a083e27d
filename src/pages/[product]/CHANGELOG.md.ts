import type { APIRoute, GetStaticPaths } from 'astro';
import { readChangelog } from '../../content/announcements.ts';
import { readProductPages } from '../../content/sources.ts';

export const getStaticPaths = (() =>
  readProductPages().map(({ id }) => ({ params: { product: id } }))) satisfies GetStaticPaths;

/** A product's changelog in one file. */
export const GET: APIRoute = ({ params }) =>
  new Response(readChangelog(params['product'] ?? ''), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
