import { expect, test } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import { checkLog, logRoot, sealLeaves } from './log.ts';
import { treeHash } from './merkle.ts';
import { hashed, sha256 } from './node-sha256.ts';
import type { SealFile } from './seal-link.ts';

const digestOf = ({ bytes }: SealFile) => `sha256:${toHex(sha256(bytes))}`;

/** A seal at its place; `mark` makes its bytes its own. */
function seal(sequence: number, previous: SealFile | null, mark = 'ours'): SealFile {
  const link = { sequence, previous: previous === null ? null : digestOf(previous), mark };
  return { file: `${sequence}-${mark}.json`, bytes: utf8(`${JSON.stringify(link)}\n`) };
}

const S0 = seal(0, null);
const S1 = seal(1, S0);
const S2 = seal(2, S1);
const S3 = seal(3, S2);
const S4 = seal(4, S3);
const found = (...seals: SealFile[]) => hashed(checkLog(seals)).map(({ kind, file }) => `${kind} ${file}`);

test('a chain in order has nothing wrong, however long', () => {
  for (const seals of [[], [S0], [S0, S1], [S0, S1, S2, S3, S4]]) expect(found(...seals)).toEqual([]);
});

test('a missing seal is a gap before the next one', () => {
  expect(found(S0, S2, S3)).toEqual(['gap 2-ours.json']);
  expect(found(S1, S2)).toEqual(['gap 1-ours.json']);
  expect(found(S0, S1, S4)).toEqual(['gap 4-ours.json']);
  expect(hashed(checkLog([S0, S1, S4]))[0]?.text).toBe('seal 2 is missing before seal 4');
});

test('a number that was left out, with the chain unbroken, is a gap as well', () => {
  expect(found(S0, S1, seal(3, S1))).toEqual(['gap 3-ours.json']);
});

test('two seals with one number are a fork', () => {
  expect(found(S0, S1, seal(1, S0, 'theirs'), S2)).toEqual(['fork 1-theirs.json']);
  expect(found(S0, seal(0, null, 'theirs'), S1)).toEqual(['fork 0-theirs.json']);
});

test('two seals that name one seal before them are a fork, whatever their numbers', () => {
  expect(found(S0, S1, seal(2, S0, 'theirs'))).toEqual(['fork 2-theirs.json']);
  expect(hashed(checkLog([S0, S1, seal(2, S0, 'theirs')]))[0]?.text).toBe(
    '1-ours.json names the same seal before it',
  );
});

test('a seal that was changed is told by the seal behind it', () => {
  const changed = { ...S1, bytes: utf8(new TextDecoder().decode(S1.bytes).replace('ours', 'OURS')) };
  expect(found(S0, changed, S2, S3)).toEqual(['wrong-previous 2-ours.json']);
});

test('a seal that names nothing, or too much, before it is wrong', () => {
  expect(found(S0, S1, seal(2, null))).toEqual(['fork 2-ours.json']);
  expect(found(seal(0, S4))).toEqual(['wrong-previous 0-ours.json']);
  expect(found(seal(1, null))).toEqual(['gap 1-ours.json', 'wrong-previous 1-ours.json']);
  expect(found(S0, S1, S2, S3, seal(4, S4))).toEqual(['wrong-previous 4-ours.json']);
});

test('seals that changed places are told from missing ones', () => {
  expect(found(S0, S2, S1, S3)).toEqual(['reorder 2-ours.json', 'reorder 1-ours.json']);
  expect(found(S1, S0)).toEqual(['reorder 1-ours.json', 'reorder 0-ours.json']);
});

test.each([
  '',
  'null',
  '[]',
  '{"sequence":1}',
  '{"sequence":-1,"previous":null}',
  '{"sequence":0,"previous":"x"}',
])('a seal that reads %j is told, and the rest is looked at', (text) => {
  const bad = { file: 'bad.json', bytes: utf8(text) };
  expect(found(S0, bad, S2, seal(2, S1, 'theirs'))).toEqual([
    'unreadable bad.json',
    'gap 2-ours.json',
    'fork 2-theirs.json',
  ]);
});

test('several findings come in the order of the log, the first wrong seal first', () => {
  const findings = found(S0, seal(1, S4), seal(1, S0, 'theirs'), S4);
  expect(findings).toEqual(['wrong-previous 1-ours.json', 'fork 1-theirs.json', 'gap 4-ours.json']);
});

test('one seal twice is a fork of itself', () => {
  expect(found(S0, S1, S1)).toEqual(['fork 1-ours.json']);
});

test('the root at a size is that of the first seals', () => {
  const leaves = hashed(sealLeaves([S0, S1, S2]));
  expect(leaves).toHaveLength(3);
  expect(leaves[0]).toEqual(sha256(Uint8Array.of(0, ...S0.bytes)));
  expect(hashed(logRoot(leaves, 2))).toEqual(hashed(treeHash(leaves.slice(0, 2))));
  for (const size of [4, -1, 0.5]) expect(() => hashed(logRoot(leaves, size))).toThrow(RangeError);
});
