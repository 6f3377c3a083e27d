import fc from 'fast-check';
import { utf8 } from '../bytes.ts';
import { leafHashes } from '../merkle.ts';
import { hashed } from '../node-sha256.ts';

/** Hashes of so many different leaves. */
export function leavesOf(size: number): Uint8Array[] {
  return hashed(leafHashes(Array.from({ length: size }, (_, index) => utf8(`leaf ${index}`))));
}

/** Sizes up to 70: past the powers of two where trees change their form. */
export const arbitrarySize = fc.integer({ min: 1, max: 70 });

/** The same cases in every run. */
export const FIXED = { seed: 6962, numRuns: 300 };

/** The bytes with one bit turned. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const at = Math.floor(bit / 8) % bytes.length;
  return bytes.map((byte, index) => (index === at ? byte ^ (1 << (bit % 8)) : byte));
}
