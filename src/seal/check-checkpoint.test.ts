import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCheckpoint, checkGrowth, openCheckpoint, type Trust } from './check-checkpoint.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { keysFromSeed, readSigner, readVerifier } from './keys.ts';
import { consistencyProof, leafHashes } from './merkle.ts';
import { hashed, sha256 } from './node-sha256.ts';
import { parseNote } from './note.ts';
import { sign } from './signed-note.ts';
import { FIXED, flipped } from './testing/arbitrary-tree.ts';
import { REKOR, SUM_GOLANG_ORG } from './testing/published-notes.ts';
import { entriesOf, ORIGIN, signedCheckpoint, TRUST } from './testing/signed-log.ts';

const open = (note: string, trust: Trust = TRUST) =>
  openCheckpoint(parseNote(note, 'latest'), trust, 'latest');
const leavesOf = (size: number) => hashed(leafHashes(entriesOf(size)));
const checkpointOf = (size: number): Checkpoint =>
  parseCheckpoint(parseNote(signedCheckpoint(size), 'a').text, 'a');
const EMPTY = sha256(new Uint8Array());

test('a checkpoint of the log that is meant is believed', () => {
  expect(open(signedCheckpoint(5))).toMatchObject({ ok: true, checkpoint: { origin: ORIGIN, size: 5 } });
  expect(open(signedCheckpoint(5, ['more']))).toMatchObject({
    ok: true,
    checkpoint: { extensions: ['more'] },
  });
});

test.each([
  [SUM_GOLANG_ORG.newer, SUM_GOLANG_ORG, 52544510],
  [REKOR.checkpoint, REKOR, 736],
])('a published checkpoint is believed', (note, { origin, verifierKey }, size) => {
  const trust = { origin, verifiers: [readVerifier(verifierKey)] };
  expect(open(note, trust)).toMatchObject({ ok: true, checkpoint: { origin, size } });
});

test('another log, another key and another size are not believed', () => {
  expect(open(signedCheckpoint(5), { ...TRUST, origin: 'other.example' })).toEqual({
    ok: false,
    reason: `the checkpoint is of the log ${ORIGIN}, not of other.example`,
  });
  const stranger = readVerifier(keysFromSeed(ORIGIN, new Uint8Array(32).fill(9)).verifierKey);
  expect(open(signedCheckpoint(5), { ...TRUST, verifiers: [stranger] })).toMatchObject({ ok: false });
  expect(open(signedCheckpoint(5).replace('\n5\n', '\n6\n'))).toMatchObject({ ok: false });
});

test('a signed text that is no checkpoint is refused', () => {
  const signer = readSigner(keysFromSeed(ORIGIN, new Uint8Array(32).fill(7)).privateKey);
  const note = sign(`${ORIGIN}\nhello\n`, signer);
  expect(() => openCheckpoint(note, TRUST, 'latest')).toThrow('at least three lines');
});

test.each([
  [0, 0],
  [0, 3],
  [3, 3],
  [3, 7],
])('a log of %i seals that went on to %i holds', (before, now) => {
  const state = { state: 'holds', added: now - before };
  expect(hashed(checkCheckpoint(checkpointOf(before), leavesOf(now)))).toEqual(state);
});

test('a log that lost its end, or was written anew, is told', () => {
  expect(hashed(checkCheckpoint(checkpointOf(7), leavesOf(6)))).toMatchObject({
    state: 'shrunk',
    reason: '7 seals were signed, and the log has 6',
  });
  const forged = leavesOf(9).map((leaf, index) => (index === 4 ? flipped(leaf, 0) : leaf));
  expect(hashed(checkCheckpoint(checkpointOf(7), forged))).toMatchObject({ state: 'rewritten' });
  expect(hashed(checkCheckpoint(checkpointOf(4), forged))).toEqual({ state: 'holds', added: 5 });
});

test('a newer checkpoint is held against an older one without the log', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.nat(), (newSize, chosen) => {
      const older = checkpointOf(1 + (chosen % newSize));
      const newer = checkpointOf(newSize);
      const proof = hashed(consistencyProof(leavesOf(newSize), older.size));
      const grown = (bent: Checkpoint) => hashed(checkGrowth(bent, newer, proof)).state;
      expect(grown(older)).toBe('holds');
      expect(grown({ ...older, root: flipped(older.root, chosen) })).toBe('rewritten');
      expect(grown({ ...older, origin: 'other.example' })).toBe('rewritten');
      expect(grown({ ...older, size: newSize + 1 })).toBe('shrunk');
    }),
    { ...FIXED, numRuns: 100 },
  );
});

test('an empty log is the beginning of every log, where it really is empty', () => {
  const empty = checkpointOf(0);
  expect(hashed(checkGrowth(empty, checkpointOf(3), []))).toEqual({ state: 'holds', added: 3 });
  expect(hashed(checkGrowth(empty, empty, []))).toEqual({ state: 'holds', added: 0 });
  expect(hashed(checkGrowth(empty, checkpointOf(3), [EMPTY]))).toMatchObject({ state: 'rewritten' });
  const liar = { ...empty, root: flipped(EMPTY, 1) };
  expect(hashed(checkGrowth(liar, checkpointOf(3), []))).toMatchObject({ state: 'rewritten' });
  expect(hashed(checkGrowth(empty, liar, []))).toMatchObject({ state: 'rewritten' });
});
