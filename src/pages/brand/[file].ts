import type { APIRoute, GetStaticPaths } from 'astro';
import { brandFile, brandFiles } from '../../content/brand.ts';
import { brandFileOf } from '../../views/paths.ts';

export const getStaticPaths = (() =>
  brandFiles().map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

/** A file of the site's own look, under an address that stays: pages need not change with it. */
export const GET: APIRoute = async ({ params }) => {
  const { type, bytes } = await brandFile(brandFileOf(params['file'] ?? ''));
  return new Response(bytes, { headers: { 'Content-Type': type } });
};
