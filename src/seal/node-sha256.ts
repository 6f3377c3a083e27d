import { createHash } from 'node:crypto';
import { type Hashing, hashWith } from './hashing.ts';

/** SHA-256 of bytes, FIPS 180-4, by Node. Not for what a browser loads. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

/** The result of a computation that needs SHA-256. */
export function hashed<Result>(work: Hashing<Result>): Result {
  return hashWith(sha256, work);
}
