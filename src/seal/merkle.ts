import { concatBytes } from './bytes.ts';
import type { Hashing } from './hashing.ts';

/** Prefixes of RFC 6962 §2.1: what was hashed as a leaf can never be passed off as an inner node, nor the reverse. */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const NOTHING = new Uint8Array();

/** Bytes of a SHA-256 digest. */
export const DIGEST_BYTES = 32;

/** The hash of one entry, RFC 6962 §2.1. */
export function* leafHash(entry: Uint8Array): Hashing<Uint8Array> {
  return yield concatBytes(LEAF, entry);
}

/** The hashes of entries, in their order. */
export function* leafHashes(entries: Iterable<Uint8Array>): Hashing<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (const entry of entries) hashes.push(yield* leafHash(entry));
  return hashes;
}

/** The hash of an inner node, RFC 6962 §2.1. */
export function* nodeHash(left: Uint8Array, right: Uint8Array): Hashing<Uint8Array> {
  return yield concatBytes(NODE, left, right);
}

/**
 * The Merkle tree hash of RFC 6962 §2.1, from the hashes of its leaves (`leafHashes`). That of no leaves is the SHA-256
 * of nothing.
 */
export function* treeHash(leaves: readonly Uint8Array[]): Hashing<Uint8Array> {
  const [first] = leaves;
  if (first === undefined) return yield NOTHING;
  if (leaves.length === 1) return digest(first);
  const split = largestPowerBelow(leaves.length);
  const left = yield* treeHash(leaves.slice(0, split));
  return yield* nodeHash(left, yield* treeHash(leaves.slice(split)));
}

/**
 * The path of a leaf to the root, RFC 6962 §2.1.1: its sibling first. `index` counts from 0; throws a RangeError where
 * there is no such leaf.
 */
export function* inclusionProof(leaves: readonly Uint8Array[], index: number): Hashing<Uint8Array[]> {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`there is no leaf ${index} among ${leaves.length}`);
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...(yield* inclusionProof(left, index)), yield* treeHash(right)]
    : [...(yield* inclusionProof(right, index - split)), yield* treeHash(left)];
}

/**
 * What proves that the first `oldSize` leaves stand unchanged at the beginning, RFC 6962 §2.1.2. Throws a RangeError
 * where the tree never had that size, and for size 0, from which there is nothing to prove.
 */
export function* consistencyProof(leaves: readonly Uint8Array[], oldSize: number): Hashing<Uint8Array[]> {
  if (!Number.isInteger(oldSize) || oldSize < 1 || oldSize > leaves.length)
    throw new RangeError(`a tree of ${leaves.length} leaves has no proof from size ${oldSize}`);
  return yield* subproof(leaves, oldSize, true);
}

/** SUBPROOF of RFC 6962 §2.1.2; `isKnown` while the subtree is the whole old tree, whose root the verifier has. */
function* subproof(leaves: readonly Uint8Array[], oldSize: number, isKnown: boolean): Hashing<Uint8Array[]> {
  if (oldSize === leaves.length) return isKnown ? [] : [yield* treeHash(leaves)];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return oldSize <= split
    ? [...(yield* subproof(left, oldSize, isKnown)), yield* treeHash(right)]
    : [...(yield* subproof(right, oldSize - split, false)), yield* treeHash(left)];
}

/** The k of RFC 6962 §2.1: k < size ≤ 2k, for sizes above 1. */
function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** Entries given where their hashes are wanted would make a tree without leaf prefixes. */
function digest(leaf: Uint8Array): Uint8Array {
  if (leaf.length !== DIGEST_BYTES) throw new RangeError(`a leaf hash has ${DIGEST_BYTES} bytes`);
  return leaf;
}
