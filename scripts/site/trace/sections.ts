import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { z } from 'zod';
import { digestOf } from './digest.ts';

/** Named parts of bytes. */
export type Sections = Record<string, Uint8Array>;

/** Numbers are written as this machine has them, at places where they can be used as they lie. */
const WIDTH = Int32Array.BYTES_PER_ELEMENT;
const ORDER = endianness();
const HeadSchema = z.object({
  order: z.literal(ORDER),
  places: z.array(z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative()])),
});

/** Writes parts of bytes into one file, whole or not at all: its digest, where each part stands, and the parts. */
export function writeSections(file: string, sections: Sections): void {
  const places: [name: string, at: number, length: number][] = [];
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [name, bytes] of Object.entries(sections)) {
    const padding = new Uint8Array(-bytes.length & (WIDTH - 1));
    places.push([name, at, bytes.length]);
    parts.push(bytes, padding);
    at += bytes.length + padding.length;
  }
  const head = JSON.stringify({ order: ORDER, places });
  const body = Buffer.concat([Buffer.from(`${head}\n`), ...parts]);
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, Buffer.concat([Buffer.from(`${digestOf(body)}\n`), body]));
  renameSync(beside, file);
}

/** Reads parts of bytes; null where the file is missing, broken, or of a machine that has its numbers otherwise. */
export function readSections(file: string): Sections | null {
  try {
    const bytes = readFileSync(file);
    const digestEnd = bytes.indexOf('\n');
    const body = bytes.subarray(digestEnd + 1);
    if (bytes.toString('latin1', 0, digestEnd) !== digestOf(body)) return null;
    const headEnd = body.indexOf('\n');
    const { places } = HeadSchema.parse(JSON.parse(body.toString('utf8', 0, headEnd)));
    // Where numbers may not begin, all is moved to where they may.
    const parts = new Uint8Array(body.subarray(headEnd + 1));
    return Object.fromEntries(places.map(([name, at, length]) => [name, parts.subarray(at, at + length)]));
  } catch {
    return null;
  }
}

/** Bytes of numbers. */
export function bytesOfNumbers(numbers: Int32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Numbers of a part. */
export function numbersOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / WIDTH);
}
