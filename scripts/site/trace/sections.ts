import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { endianness } from 'node:os';
import { z } from 'zod';
import { digestOf } from './digest.ts';

/** Named parts of bytes. */
export type Sections = Record<string, Uint8Array>;

/** Numbers are written as this machine has them, at places where they can be used as they lie. */
const WIDTH = Int32Array.BYTES_PER_ELEMENT;
const ORDER = endianness();
/** The digest and a new line. */
const DIGEST_LINE = digestOf('').length + 1;
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
  const body = [headOf(places), ...parts];
  const beside = `${file}.${process.pid}`;
  const handle = openSync(beside, 'w');
  try {
    // Part by part: laid together they would be twice in memory.
    for (const bytes of [Buffer.from(`${digestOfParts(body)}\n`), ...body]) writeWhole(handle, bytes);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}

/** Where each part stands, so long that the first part begins where numbers may. */
function headOf(places: readonly unknown[]): Buffer {
  const head = JSON.stringify({ order: ORDER, places });
  const begin = DIGEST_LINE + Buffer.byteLength(head) + 1;
  return Buffer.from(`${head}${' '.repeat(-begin & (WIDTH - 1))}\n`);
}

function digestOfParts(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of parts) hash.update(bytes);
  return hash.digest('base64url');
}

function writeWhole(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}

/** Reads parts of bytes; null where the file is missing, broken, or of a machine that has its numbers otherwise. */
export function readSections(file: string): Sections | null {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(DIGEST_LINE);
    if (bytes.toString('latin1', 0, DIGEST_LINE) !== `${digestOf(body)}\n`) return null;
    const headEnd = body.indexOf('\n');
    const { places } = HeadSchema.parse(JSON.parse(body.toString('utf8', 0, headEnd)));
    const parts = whereNumbersMayBe(body.subarray(headEnd + 1));
    return Object.fromEntries(places.map(([name, at, length]) => [name, parts.subarray(at, at + length)]));
  } catch {
    return null;
  }
}

/** A small file may lie in memory where no numbers can begin: then it is copied. */
function whereNumbersMayBe(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % WIDTH === 0 ? bytes : new Uint8Array(bytes);
}

/** Bytes of numbers. */
export function bytesOfNumbers(numbers: Int32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Numbers of a part. */
export function numbersOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / WIDTH);
}
