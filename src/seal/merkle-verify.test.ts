import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consistencyProof, inclusionProof, nodeHash, treeHash } from './merkle.ts';
import {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from './merkle-verify.ts';
import { hashed, sha256 } from './node-sha256.ts';
import { arbitrarySize, FIXED, flipped, leavesOf } from './testing/arbitrary-tree.ts';

const EMPTY = sha256(new Uint8Array());
const isIncluded = (claim: InclusionClaim) => hashed(verifyInclusion(claim));
const isConsistent = (claim: ConsistencyClaim) => hashed(verifyConsistency(claim));

function inclusion(size: number, index: number): InclusionClaim {
  const leaves = leavesOf(size);
  const proof = hashed(inclusionProof(leaves, index));
  return { leaf: leaves[index] ?? EMPTY, index, size, proof, root: hashed(treeHash(leaves)) };
}

function consistency(newSize: number, oldSize: number): ConsistencyClaim {
  const leaves = leavesOf(newSize);
  const [oldRoot, newRoot] = [hashed(treeHash(leaves.slice(0, oldSize))), hashed(treeHash(leaves))];
  return { oldSize, oldRoot, newSize, newRoot, proof: hashed(consistencyProof(leaves, oldSize)) };
}

/** The ways in which a proof is bent in the published vectors. */
function bentProofs(proof: readonly Uint8Array[], bit: number, roots: readonly Uint8Array[]): Uint8Array[][] {
  const garbage = sha256(Uint8Array.of(bit % 256));
  return [
    ...proof.map((hash, at) => proof.toSpliced(at, 1, flipped(hash, bit))),
    ...proof.map((_, at) => proof.toSpliced(at, 1)),
    ...proof.map((hash, at) => proof.toSpliced(at, 1, hash.slice(1))),
    ...[garbage, ...roots].flatMap((hash) => [
      [hash, ...proof],
      [...proof, hash],
    ]),
  ];
}

test('a bent proof of inclusion is refused', () => {
  fc.assert(
    fc.property(arbitrarySize, fc.nat(), fc.nat(255), (size, chosen, bit) => {
      const claim = inclusion(size, chosen % size);
      expect(isIncluded(claim)).toBe(true);
      for (const proof of bentProofs(claim.proof, bit, [claim.root, claim.leaf]))
        expect(isIncluded({ ...claim, proof })).toBe(false);
      expect(isIncluded({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
      expect(isIncluded({ ...claim, leaf: flipped(claim.leaf, bit) })).toBe(false);
    }),
    FIXED,
  );
});

test('a bent proof of consistency is refused', () => {
  fc.assert(
    fc.property(arbitrarySize, fc.nat(), fc.nat(255), (newSize, chosen, bit) => {
      const claim = consistency(newSize, 1 + (chosen % newSize));
      expect(isConsistent(claim)).toBe(true);
      for (const proof of bentProofs(claim.proof, bit, [claim.oldRoot, claim.newRoot]))
        expect(isConsistent({ ...claim, proof })).toBe(false);
      expect(isConsistent({ ...claim, newRoot: flipped(claim.newRoot, bit) })).toBe(false);
      expect(isConsistent({ ...claim, oldRoot: flipped(claim.oldRoot, bit) })).toBe(false);
    }),
    FIXED,
  );
});

test('a tree of which one leaf was changed is no continuation', () => {
  fc.assert(
    fc.property(arbitrarySize, fc.nat(), fc.nat(), fc.nat(255), (newSize, chosen, at, bit) => {
      const oldSize = 1 + (chosen % newSize);
      const forged = leavesOf(newSize).map((leaf, index) =>
        index === at % oldSize ? flipped(leaf, bit) : leaf,
      );
      const { oldRoot } = consistency(newSize, oldSize);
      const proof = hashed(consistencyProof(forged, oldSize));
      expect(isConsistent({ oldSize, oldRoot, newSize, newRoot: hashed(treeHash(forged)), proof })).toBe(
        false,
      );
    }),
    FIXED,
  );
});

test.each<[string, Partial<InclusionClaim>]>([
  ['an index behind the end', { index: 5 }],
  ['a negative index', { index: -1 }],
  ['half an index', { index: 1.5 }],
  ['a tree twice as large', { size: 10 }],
  ['a tree half as large', { size: 2 }],
  ['an empty tree', { size: 0, index: 0, root: EMPTY, proof: [] }],
  ['a size that cannot be counted', { size: 2 ** 64 }],
  ['the root as leaf, without a proof', { proof: [] }],
  ['an entry in the place of its hash', { leaf: Uint8Array.of(1, 2, 3) }],
])('inclusion: %s is refused', (_, bent) => {
  expect(isIncluded({ ...inclusion(5, 1), ...bent })).toBe(false);
});

const SAME = consistency(3, 3);
test.each<[string, Partial<ConsistencyClaim>]>([
  ['an empty old tree', { oldSize: 0, oldRoot: EMPTY, proof: [] }],
  ['two empty trees', { oldSize: 0, newSize: 0, oldRoot: EMPTY, newRoot: EMPTY, proof: [] }],
  ['sizes in the wrong order', { oldSize: 5, newSize: 3 }],
  ['no proof', { proof: [] }],
  ['roots in the wrong order', { oldRoot: consistency(5, 3).newRoot, newRoot: consistency(5, 3).oldRoot }],
  ['another old size', { oldSize: 2 }],
  ['another new size', { newSize: 9 }],
  ['a proof where the sizes are equal', { ...SAME, proof: [EMPTY] }],
  ['other roots where the sizes are equal', { ...SAME, oldRoot: EMPTY }],
])('consistency: %s is refused', (_, bent) => {
  expect(isConsistent({ ...consistency(5, 3), ...bent })).toBe(false);
});

test('a proof of a far larger log than 32 bits count is checked', () => {
  const size = 2 ** 40;
  const path = Array.from({ length: 40 }, (_, index) => sha256(Uint8Array.of(index)));
  const leaf = sha256(Uint8Array.of(0));
  let root = leaf;
  for (const sibling of path) root = hashed(nodeHash(root, sibling));
  const claim = { leaf, index: 0, size, proof: path, root };
  expect(isIncluded(claim)).toBe(true);
  expect(isIncluded({ ...claim, index: 2 ** 32 })).toBe(false);
});
