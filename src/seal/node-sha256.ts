import { hash } from 'node:crypto';
import { type Hashing, hashWith } from './hashing.ts';

/** SHA-256 of bytes, FIPS 180-4, by Node. Not for what a browser loads. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(hash('sha256', bytes, 'buffer'));
}

/** The same as 64 lower-case hex digits: a ledger has millions of pieces, and a digest as bytes takes twice as long. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex');
}

/** The result of a computation that needs SHA-256. */
export function hashed<Result>(work: Hashing<Result>): Result {
  return hashWith(sha256, work);
}
