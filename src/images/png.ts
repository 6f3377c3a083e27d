import { constants, crc32, deflateSync } from 'node:zlib';
import type { Canvas } from './canvas.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const BITS = 4;
const PALETTE_COLOUR = 3;
/** Runs of one byte are most of a picture of a few letters on paper. */
const RUNS = { strategy: constants.Z_RLE };

/**
 * A picture as a PNG file with a palette of at most sixteen colours (https://www.w3.org/TR/png-3/): no metadata, and
 * the same bytes everywhere, since zlib looks for nothing but runs: how it looks for more depends on the processor. Lines
 * of an earlier picture of the same size are used again.
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
    ...chunk('IDAT', deflateSync(lines, RUNS)),
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

const [NO_FILTER, SAME_AS_ABOVE] = [0, 2];

/** Writes the rows of a picture, each behind its filter: none, which is best for palettes, or that of the row above. */
function scan(canvas: Canvas, lines: Uint8Array): void {
  const length = lineLength(canvas.width);
  for (let row = 0; row < canvas.height; row += 1) {
    const line = lines.subarray(row * length, (row + 1) * length);
    if (isAsAbove(canvas, row)) {
      line.fill(0);
      line[0] = SAME_AS_ABOVE;
    } else {
      line[0] = NO_FILTER;
      pack(canvas, row, line);
    }
  }
}

function isAsAbove({ width, pixels }: Canvas, row: number): boolean {
  const start = row * width;
  if (row === 0) return false;
  return Buffer.compare(pixels.subarray(start - width, start), pixels.subarray(start, start + width)) === 0;
}

function pack({ width, pixels }: Canvas, row: number, line: Uint8Array): void {
  const end = (row + 1) * width;
  for (let from = row * width, to = 1; from < end; from += 2, to += 1) {
    const second = from + 1 < end ? (pixels[from + 1] ?? 0) : 0;
    line[to] = ((pixels[from] ?? 0) << BITS) | second;
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array[] {
  const [length, sum] = [new DataView(new ArrayBuffer(4)), new DataView(new ArrayBuffer(4))];
  const name = new TextEncoder().encode(type);
  length.setUint32(0, data.length);
  sum.setUint32(0, crc32(data, crc32(name)));
  return [new Uint8Array(length.buffer), name, data, new Uint8Array(sum.buffer)];
}
