import { equalBytes } from './bytes.ts';
import type { Hashing } from './hashing.ts';
import { DIGEST_BYTES, nodeHash } from './merkle.ts';

/** That a leaf stands at an index, counted from 0, in a tree of a size and a root. */
export interface InclusionClaim {
  /** The leaf's hash, not its entry. */
  leaf: Uint8Array;
  index: number;
  size: number;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}

/** That the tree of the old size is the beginning of the tree of the new size. */
export interface ConsistencyClaim {
  oldSize: number;
  oldRoot: Uint8Array;
  newSize: number;
  newRoot: Uint8Array;
  proof: readonly Uint8Array[];
}

/** Where a node stands in its level, and the level's last node: fn and sn of RFC 9162 §2.1.3.2. */
interface Position {
  node: number;
  last: number;
}

/** Checks a proof of inclusion, RFC 9162 §2.1.3.2. False for whatever does not fit; never throws. */
export function* verifyInclusion({ leaf, index, size, proof, root }: InclusionClaim): Hashing<boolean> {
  if (!isCount(index) || !isCount(size) || index >= size || ![leaf, ...proof].every(isDigest)) return false;
  let position: Position = { node: index, last: size - 1 };
  let hash = leaf;
  for (const sibling of proof) {
    if (position.last === 0) return false;
    hash = yield* joinsFromLeft(position) ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    position = parentOf(position);
  }
  return position.last === 0 && equalBytes(hash, root);
}

/**
 * Checks a proof of consistency, RFC 9162 §2.1.4.2. False for whatever does not fit, and from size 0, about which
 * nothing can be proved; never throws.
 */
export function* verifyConsistency(claim: ConsistencyClaim): Hashing<boolean> {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  if (!isCount(oldSize) || !isCount(newSize) || oldSize < 1 || !proof.every(isDigest)) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  if (oldSize > newSize || proof.length === 0) return false;
  const roots = yield* rootsFrom(claim);
  return roots !== null && equalBytes(roots.old, oldRoot) && equalBytes(roots.new, newRoot);
}

/** The two roots that a proof leads to: fr and sr. Null where its length does not fit the sizes. */
function* rootsFrom(claim: ConsistencyClaim): Hashing<{ old: Uint8Array; new: Uint8Array } | null> {
  let position = aboveFull({ node: claim.oldSize - 1, last: claim.newSize - 1 });
  const isWholeOldTree = position.node === 0;
  const [first, ...rest] = isWholeOldTree ? [claim.oldRoot, ...claim.proof] : claim.proof;
  let roots = first === undefined ? null : { old: first, new: first };
  for (const hash of rest) {
    if (position.last === 0 || roots === null) return null;
    roots = yield* joined(position, hash, roots);
    position = parentOf(position);
  }
  return position.last === 0 ? roots : null;
}

function* joined(
  position: Position,
  hash: Uint8Array,
  roots: { old: Uint8Array; new: Uint8Array },
): Hashing<{ old: Uint8Array; new: Uint8Array }> {
  if (!joinsFromLeft(position)) return { ...roots, new: yield* nodeHash(roots.new, hash) };
  return { old: yield* nodeHash(hash, roots.old), new: yield* nodeHash(hash, roots.new) };
}

/** True where the next hash of a proof is that of the node to the left. */
function joinsFromLeft({ node, last }: Position): boolean {
  return isOdd(node) || node === last;
}

/** The position after a hash was used. A last node without a sibling rises unchanged until it has one. */
function parentOf(position: Position): Position {
  let place = position;
  if (joinsFromLeft(position)) while (!isOdd(place.node) && place.node !== 0) place = halved(place);
  return halved(place);
}

/** Rises while the node completes its subtree: above is the largest subtree that ends with the old tree. */
function aboveFull(position: Position): Position {
  let place = position;
  while (isOdd(place.node)) place = halved(place);
  return place;
}

function halved({ node, last }: Position): Position {
  return { node: Math.floor(node / 2), last: Math.floor(last / 2) };
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isDigest({ length }: Uint8Array): boolean {
  return length === DIGEST_BYTES;
}
