import type { APIRoute, GetStaticPaths } from 'astro';
import { iconPng, pngResponse } from '../content/previews.ts';
import { ICON_SIZES } from '../views/paths.ts';

export const getStaticPaths = (() =>
  ICON_SIZES.map((size) => ({ params: { size: String(size) } }))) satisfies GetStaticPaths;

/** The site's sign in a size. */
export const GET: APIRoute = ({ params }) => pngResponse(iconPng(Number(params['size'])));
