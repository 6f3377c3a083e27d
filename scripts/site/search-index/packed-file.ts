import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'fflate';
import { Fault } from '../../../src/records/fault.ts';
import { type CborValue, decodeCbor, encodeCbor } from './cbor.ts';

const SIGNATURE = new TextEncoder().encode('pagefind_dcd');

/** Reads a file of Pagefind's: compressed, its signature, then CBOR. */
export function unpacked(file: Uint8Array | undefined): CborValue {
  const bytes = file === undefined ? new Uint8Array() : gunzipSync(file);
  const signed = SIGNATURE.every((byte, place) => bytes[place] === byte);
  if (!signed) throw new Fault('the search index has a file that is none of Pagefind’s');
  return decodeCbor(bytes.subarray(SIGNATURE.length));
}

/** A file of Pagefind's, and a name that follows from what is in it. */
export function packed(value: CborValue): { hash: string; file: Uint8Array } {
  const bytes = Buffer.concat([SIGNATURE, encodeCbor(value)]);
  const hash = `en_${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}`;
  // Without a time in the head: the same bytes at any time. A higher level takes longer and saves next to nothing.
  return { hash, file: gzipSync(bytes, { level: 6, mtime: 0 }) };
}
