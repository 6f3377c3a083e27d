import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'fflate';
import { Fault } from '../../../src/records/fault.ts';
import { type CborValue, decodeCbor, encodeCbor } from './cbor.ts';

const SIGNATURE = new TextEncoder().encode('pagefind_dcd');

/** Reads a file of Pagefind's: compressed, its signature, then CBOR. */
export async function readPacked(file: string): Promise<CborValue> {
  const bytes = gunzipSync(await readFile(file));
  const signed = SIGNATURE.every((byte, place) => bytes[place] === byte);
  if (!signed) throw new Fault('this is no file of Pagefind’s', { place: { file } });
  return decodeCbor(bytes.subarray(SIGNATURE.length));
}

/** Writes a value in the place of a file, under the name that follows from what is in it. Returns its hash. */
export async function replacePacked(
  file: string,
  value: CborValue,
  nameOf: (hash: string) => string,
): Promise<string> {
  const bytes = Buffer.concat([SIGNATURE, encodeCbor(value)]);
  const hash = `en_${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}`;
  await rm(file);
  // Without a time in the head: the same bytes at any time.
  await writeFile(path.join(path.dirname(file), nameOf(hash)), gzipSync(bytes, { level: 9, mtime: 0 }));
  return hash;
}
