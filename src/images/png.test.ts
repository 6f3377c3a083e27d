import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { blankCanvas } from './canvas.ts';
import { paletteBytes } from './palette.ts';
import { blankLines, encodePng } from './png.ts';

interface Chunk {
  type: string;
  data: Uint8Array;
}

/** Reads a PNG file chunk by chunk, and holds each one's sum against it. */
function chunksOf(file: Uint8Array): Chunk[] {
  const view = new DataView(file.buffer);
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length; ) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(file.subarray(at + 4, at + 8));
    const data = file.subarray(at + 8, at + 8 + length);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(file.subarray(at + 4, at + 8 + length)));
    chunks.push({ type, data });
    at += length + 12;
  }
  return chunks;
}

test.each([4, 5])('every pixel of a picture of %d columns comes back', (width) => {
  const canvas = {
    ...blankCanvas(width, 4),
    pixels: Uint8Array.from({ length: width * 4 }, (_, at) => at % 16),
  };
  canvas.pixels.copyWithin(width * 3, width * 2);
  const chunks = chunksOf(encodePng(canvas, paletteBytes()));
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  expect([...(chunks[0]?.data ?? [])]).toEqual([0, 0, 0, width, 0, 0, 0, 4, 4, 3, 0, 0, 0]);
  const lines = inflateSync(chunks[2]?.data ?? new Uint8Array());
  const length = 1 + Math.ceil(width / 2);
  const rows = [0, 1, 2, 3].map((row) => [...lines.subarray(row * length, (row + 1) * length)]);
  expect(rows.map(([filter]) => filter)).toEqual([0, 0, 0, 2]);
  const unfiltered = rows.map(([filter, ...pairs], row) =>
    filter === 2 ? pairs.map((pair, at) => pair + (rows[row - 1]?.[at + 1] ?? 0)) : pairs,
  );
  const pixels = unfiltered.flatMap((pairs) =>
    pairs.flatMap((pair) => [pair >> 4, pair & 15]).slice(0, width),
  );
  expect(pixels).toEqual([...canvas.pixels]);
});

test('lines of an earlier picture leave nothing behind', () => {
  const [full, empty] = [blankCanvas(5, 3), blankCanvas(5, 3)];
  full.pixels.fill(15);
  const lines = blankLines(full);
  encodePng(full, paletteBytes(), lines);
  expect(encodePng(empty, paletteBytes(), lines)).toEqual(encodePng(empty, paletteBytes()));
});

test('a palette has no more places than half a byte tells', () => {
  expect(paletteBytes()).toHaveLength(16 * 3);
});
