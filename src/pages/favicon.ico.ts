import type { APIRoute } from 'astro';
import { iconPng } from '../content/previews.ts';
import { encodeIco } from '../images/ico.ts';

const SIZE = 32;

/** The site's sign for browsers that show no drawings. */
export const GET: APIRoute = () =>
  new Response(encodeIco(iconPng(SIZE), SIZE), { headers: { 'Content-Type': 'image/x-icon' } });
