import type { Card } from '../images/card.ts';
import { blankCard, drawCard } from '../images/draw-card.ts';
import { drawIcon } from '../images/draw-icon.ts';
import { paletteBytes } from '../images/palette.ts';
import { blankLines, encodePng } from '../images/png.ts';
import { readTypeface, type Typeface } from '../images/typeface.ts';
import font from '../styles/fonts/source-serif-4.woff2?inline';
import { once } from './once.ts';
import { siteField } from './site.ts';

/** The site's own typeface: letters are drawn once in a build. */
const typeface: (address: string) => Typeface = once('typeface', (address) =>
  readTypeface(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')),
);

/** All cards are drawn on one leaf: a megabyte for each of them would keep the collector busy for longer than drawing takes. */
const leaf = once('leaf', () => {
  const canvas = blankCard();
  return { canvas, lines: blankLines(canvas) };
});

/** A card has the site's own colour in its light theme. */
const palette = once('card palette', () => paletteBytes(siteField('colours')?.light));

/** A card as a PNG file. */
export function cardPng(card: Card): Uint8Array<ArrayBuffer> {
  const { canvas, lines } = leaf('');
  return encodePng(drawCard(card, typeface(font), canvas), palette(''), lines);
}

/** The site's sign as a PNG file. Sizes are in pixels. */
export function iconPng(size: number): Uint8Array<ArrayBuffer> {
  return encodePng(drawIcon(size), paletteBytes());
}

/** A picture as it is served. */
export function pngResponse(png: Uint8Array<ArrayBuffer>): Response {
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
}
