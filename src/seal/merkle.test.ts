import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concatBytes, toHex, utf8 } from './bytes.ts';
import { consistencyProof, inclusionProof, leafHashes, treeHash } from './merkle.ts';
import { verifyConsistency, verifyInclusion } from './merkle-verify.ts';
import { hashed, sha256 } from './node-sha256.ts';
import { arbitrarySize, FIXED, leavesOf } from './testing/arbitrary-tree.ts';
import { hashedByWebCrypto } from './web-sha256.ts';

/** Entries and roots that implementations of RFC 6962 agree on (certificate-transparency-go, transparency-dev/merkle). */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LEAVES = hashed(leafHashes(ENTRIES.map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')))));
const hexes = (hashes: readonly Uint8Array[]) => hashes.map(toHex);

test.each(ROOTS.map((root, size) => ({ size, root })))(
  'the root of the first $size entries',
  ({ size, root }) => {
    expect(toHex(hashed(treeHash(LEAVES.slice(0, size))))).toBe(root);
  },
);

test('WebCrypto gives the same roots and proofs', async () => {
  expect(toHex(await hashedByWebCrypto(treeHash(LEAVES)))).toBe(ROOTS[8]);
  expect(await hashedByWebCrypto(inclusionProof(LEAVES, 5))).toEqual(hashed(inclusionProof(LEAVES, 5)));
});

test('published proofs are made', () => {
  expect(hexes(hashed(inclusionProof(LEAVES, 0)))).toEqual([
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]);
  expect(hexes(hashed(inclusionProof(LEAVES.slice(0, 3), 2)))).toEqual([ROOTS[2]]);
  expect(hexes(hashed(consistencyProof(LEAVES, 6)))).toEqual([
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ]);
  expect(hexes(hashed(consistencyProof(LEAVES.slice(0, 5), 2)))).toEqual([
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  ]);
});

/** Another way to the same root: level by level, where a last node without a sibling rises unchanged. */
function rootByLevels(leaves: readonly Uint8Array[]): Uint8Array {
  let level = leaves;
  while (level.length > 1)
    level = level.flatMap((left, index) => {
      const right = level[index + 1];
      if (index % 2 === 1) return [];
      return [right === undefined ? left : sha256(concatBytes(Uint8Array.of(1), left, right))];
    });
  return level[0] ?? sha256(utf8(''));
}

test('the root is that of hashing level by level', () => {
  for (let size = 0; size <= 70; size += 1) {
    const leaves = leavesOf(size);
    expect(toHex(hashed(treeHash(leaves)))).toBe(toHex(rootByLevels(leaves)));
  }
});

test('every leaf is proved, and nothing else with its proof', () => {
  fc.assert(
    fc.property(arbitrarySize, fc.nat(), fc.nat(), (size, chosen, other) => {
      const leaves = leavesOf(size);
      const index = chosen % size;
      const claim = { index, size, root: rootByLevels(leaves), proof: hashed(inclusionProof(leaves, index)) };
      leaves.forEach((leaf, at) => {
        expect(hashed(verifyInclusion({ ...claim, leaf }))).toBe(at === index);
      });
      const leaf = leaves[index] ?? utf8('');
      expect(hashed(verifyInclusion({ ...claim, leaf, index: other % size }))).toBe(other % size === index);
    }),
    FIXED,
  );
});

test('every size is proved to be the beginning of every later one', () => {
  fc.assert(
    fc.property(arbitrarySize, fc.nat(), (newSize, chosen) => {
      const leaves = leavesOf(newSize);
      const oldSize = 1 + (chosen % newSize);
      const [oldRoot, newRoot] = [rootByLevels(leaves.slice(0, oldSize)), rootByLevels(leaves)];
      const proof = hashed(consistencyProof(leaves, oldSize));
      expect(hashed(verifyConsistency({ oldSize, oldRoot, newSize, newRoot, proof }))).toBe(true);
    }),
    FIXED,
  );
});

test.each([
  ['inclusionProof', () => inclusionProof(LEAVES, 8)],
  ['inclusionProof', () => inclusionProof(LEAVES, -1)],
  ['inclusionProof', () => inclusionProof([], 0)],
  ['inclusionProof', () => inclusionProof(LEAVES, 0.5)],
  ['consistencyProof', () => consistencyProof(LEAVES, 9)],
  ['consistencyProof', () => consistencyProof(LEAVES, 0)],
])('%s of what never was is refused', (_, work) => {
  expect(() => hashed<unknown>(work())).toThrow(RangeError);
});

test('entries are not taken for leaf hashes', () => {
  expect(() => hashed(treeHash([utf8('entry'), utf8('another')]))).toThrow('a leaf hash has 32 bytes');
});
