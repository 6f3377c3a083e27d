import type { APIRoute } from 'astro';
import { ownIcon } from '../content/brand.ts';
import { iconPng } from '../content/previews.ts';
import { encodeIco } from '../images/ico.ts';

const SIZE = 32;
/** Bits of a pixel with its transparency. */
const TRUE_COLOUR = 32;

/** The site's sign for browsers that show no drawings. */
export const GET: APIRoute = async () => {
  const own = await ownIcon(SIZE);
  const file = own === null ? encodeIco(iconPng(SIZE), SIZE) : encodeIco(own, SIZE, TRUE_COLOUR);
  return new Response(file, { headers: { 'Content-Type': 'image/x-icon' } });
};
