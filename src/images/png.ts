import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import type { Canvas } from './canvas.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const BITS = 4;
const PALETTE_COLOUR = 3;
/** Pictures of a few letters on paper gain nothing from more effort. */
const EFFORT = 2;

/**
 * A picture as a PNG file with a palette of at most sixteen colours (https://www.w3.org/TR/png-3/): no metadata, and
 * the same bytes everywhere, since fflate does not choose its ways by the processor as zlib may.
 */
export function encodePng({ width, height, pixels }: Canvas, palette: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, BITS);
  header.setUint8(9, PALETTE_COLOUR);
  return joined([
    SIGNATURE,
    ...chunk('IHDR', new Uint8Array(header.buffer)),
    ...chunk('PLTE', palette),
    ...chunk('IDAT', zlibSync(scanLines(width, height, pixels), { level: EFFORT })),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

/** Rows of two pixels a byte, each behind its filter: none, which is best for palettes. */
function scanLines(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const length = 1 + Math.ceil(width / 2);
  const lines = new Uint8Array(length * height);
  for (let row = 0; row < height; row += 1) {
    const [from, to] = [row * width, row * length + 1];
    for (let column = 0; column < width; column += 2) {
      const second = column + 1 < width ? (pixels[from + column + 1] ?? 0) : 0;
      lines[to + column / 2] = ((pixels[from + column] ?? 0) << BITS) | second;
    }
  }
  return lines;
}

function chunk(type: string, data: Uint8Array): Uint8Array[] {
  const [length, sum] = [new DataView(new ArrayBuffer(4)), new DataView(new ArrayBuffer(4))];
  const name = new TextEncoder().encode(type);
  length.setUint32(0, data.length);
  sum.setUint32(0, crc32(data, crc32(name)));
  return [new Uint8Array(length.buffer), name, data, new Uint8Array(sum.buffer)];
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
