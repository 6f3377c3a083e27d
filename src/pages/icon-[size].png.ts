import type { APIRoute, GetStaticPaths } from 'astro';
import { ownIcon } from '../content/brand.ts';
import { iconPng, pngResponse } from '../content/previews.ts';
import { ICON_SIZES } from '../views/paths.ts';

export const getStaticPaths = (() =>
  ICON_SIZES.map((size) => ({ params: { size: String(size) } }))) satisfies GetStaticPaths;

/** What a telephone keeps on its first screen: it paints black behind what can be seen through. */
const TOUCH = 180;

/** The site's sign in a size. */
export const GET: APIRoute = async ({ params }) => {
  const size = Number(params['size']);
  return pngResponse((await ownIcon(size, size === TOUCH)) ?? iconPng(size));
};
