import type { Coverage } from './coverage.ts';
import { type Colour, placeOf, placesOf } from './palette.ts';
import type { Typeface } from './typeface.ts';

/** A picture whose pixels are places in a palette. */
export interface Canvas {
  width: number;
  height: number;
  pixels: Uint8Array;
}

export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A text and where its base line begins. */
export interface PlacedText {
  text: string;
  left: number;
  baseline: number;
  size: number;
  colour: Colour;
}

/** An empty leaf. */
export function blankCanvas(width: number, height: number): Canvas {
  return { width, height, pixels: new Uint8Array(width * height) };
}

/** Takes everything off a leaf, so that the next picture can be drawn on it. */
export function wipe({ pixels }: Canvas): void {
  pixels.fill(0);
}

/** Fills a rectangle, which must lie inside. A part of 1 is the full colour. */
export function fillArea({ width, pixels }: Canvas, area: Area, colour: Colour, part = 1): void {
  const place = placeOf(colour, part);
  for (let row = area.top; row < area.top + area.height; row += 1) {
    const start = row * width + area.left;
    pixels.fill(place, start, start + area.width);
  }
}

/** Draws a rectangle's border inside of it. */
export function frameArea(canvas: Canvas, area: Area, thickness: number, colour: Colour): void {
  const { left, top, width, height } = area;
  fillArea(canvas, { left, top, width, height: thickness }, colour);
  fillArea(canvas, { left, top: top + height - thickness, width, height: thickness }, colour);
  fillArea(canvas, { left, top, width: thickness, height }, colour);
  fillArea(canvas, { left: left + width - thickness, top, width: thickness, height }, colour);
}

/** Writes a text and returns where it ends. */
export function writeText(canvas: Canvas, typeface: Typeface, placed: PlacedText): number {
  let pen = placed.left;
  for (const letter of typeface.lettersOf(placed.text, placed.size)) {
    const corner = { left: Math.round(pen) + letter.left, top: placed.baseline - letter.above };
    stamp(canvas, letter.coverage, corner, placed.colour);
    pen += letter.advance;
  }
  return pen;
}

/** Puts a shape on the canvas; where letters touch, the stronger pixel stays. What sticks out is cut off. */
export function stamp(
  { width, height, pixels }: Canvas,
  coverage: Coverage,
  corner: Pick<Area, 'left' | 'top'>,
  colour: Colour,
): void {
  const places = placesOf(colour);
  for (let row = 0; row < coverage.height; row += 1) {
    const y = corner.top + row;
    if (y < 0 || y >= height) continue;
    for (let column = 0; column < coverage.width; column += 1) {
      const x = corner.left + column;
      const place = places[coverage.bytes[row * coverage.width + column] ?? 0] ?? 0;
      if (place === 0 || x < 0 || x >= width) continue;
      pixels[y * width + x] = Math.max(pixels[y * width + x] ?? 0, place);
    }
  }
}
