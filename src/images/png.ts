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
 * the same bytes everywhere, since fflate does not choose its ways by the processor as zlib may. Lines of an earlier
 * picture of the same size are used again.
 */
export function encodePng(
  canvas: Canvas,
  palette: Uint8Array,
  lines = blankLines(canvas),
): Uint8Array<ArrayBuffer> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, canvas.width);
  header.setUint32(4, canvas.height);
  header.setUint8(8, BITS);
  header.setUint8(9, PALETTE_COLOUR);
  scan(canvas, lines);
  const parts = [
    SIGNATURE,
    ...chunk('IHDR', new Uint8Array(header.buffer)),
    ...chunk('PLTE', palette),
    ...chunk('IDAT', zlibSync(lines, { level: EFFORT })),
    ...chunk('IEND', new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** Room for the lines of a picture. */
export function blankLines({ width, height }: Canvas): Uint8Array {
  return new Uint8Array(lineLength(width) * height);
}

/** Two pixels a byte, behind one for the line's filter. */
function lineLength(width: number): number {
  return 1 + Math.ceil(width / 2);
}

/** Writes the rows of a picture, each behind its filter: none, which is best for palettes. */
function scan({ width, height, pixels }: Canvas, lines: Uint8Array): void {
  const length = lineLength(width);
  for (let row = 0; row < height; row += 1) {
    let to = row * length + 1;
    const end = (row + 1) * width;
    for (let from = row * width; from < end; from += 2, to += 1) {
      const second = from + 1 < end ? (pixels[from + 1] ?? 0) : 0;
      lines[to] = ((pixels[from] ?? 0) << BITS) | second;
    }
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array[] {
  const [length, sum] = [new DataView(new ArrayBuffer(4)), new DataView(new ArrayBuffer(4))];
  const name = new TextEncoder().encode(type);
  length.setUint32(0, data.length);
  sum.setUint32(0, crc32(data, crc32(name)));
  return [new Uint8Array(length.buffer), name, data, new Uint8Array(sum.buffer)];
}
