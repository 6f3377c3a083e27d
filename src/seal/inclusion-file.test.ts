import { expect, test } from 'vitest';
import { Fault } from '../records/fault.ts';
import { fromBase64 } from './base64.ts';
import { textOf, utf8 } from './bytes.ts';
import { openCheckpoint } from './check-checkpoint.ts';
import { formatInclusionFile, parseInclusionFile, verifyInclusionFile } from './inclusion-file.ts';
import { readVerifier } from './keys.ts';
import { verifyInclusion } from './merkle-verify.ts';
import { hashed, sha256 } from './node-sha256.ts';
import { parseNote } from './note.ts';
import { flipped } from './testing/arbitrary-tree.ts';
import { REKOR } from './testing/published-notes.ts';
import { entriesOf, ORIGIN, proofFile, signedCheckpoint, TRUST } from './testing/signed-log.ts';

const read = (source: string) => parseInclusionFile(source, 'a.tlog-proof');
const verify = (source: string, seal: Uint8Array, trust = TRUST) =>
  hashed(verifyInclusionFile(seal, read(source), trust, 'a.tlog-proof'));
const [FIRST = new Uint8Array(), ...REST] = entriesOf(11);

test('every seal of a log is proved, and no other by its proof', () => {
  [FIRST, ...REST].forEach((seal, index) => {
    const source = proofFile(index, 11);
    expect(formatInclusionFile(read(source))).toBe(source);
    expect(verify(source, seal)).toMatchObject({ ok: true, index, checkpoint: { origin: ORIGIN, size: 11 } });
    expect(verify(source, Buffer.concat([seal, Buffer.of(10)]))).toMatchObject({ ok: false });
  });
});

test('the only seal of a log is its root', () => {
  expect(read(proofFile(0, 1)).proof).toEqual([]);
  expect(verify(proofFile(0, 1), FIRST)).toMatchObject({ ok: true, index: 0 });
});

test('the file looks as c2sp.org/tlog-proof has it', () => {
  const [head, index, hash, blank, origin, size] = proofFile(2, 3).split('\n');
  expect([head, index, blank, origin, size]).toEqual(['c2sp.org/tlog-proof@v1', 'index 2', '', ORIGIN, '3']);
  expect(hash).toHaveLength(44);
});

test('extra data is read, and signed by nobody', () => {
  const source = proofFile(4, 11).replace('\nindex', `\nextra ${btoa('lantern 1.4.0')}\nindex`);
  expect(read(source).extra).toEqual(Uint8Array.from(Buffer.from('lantern 1.4.0')));
  expect(formatInclusionFile(read(source))).toBe(source);
  expect(verify(source, entriesOf(11)[4] ?? FIRST)).toMatchObject({ ok: true, index: 4 });
});

test('a proof published by Sigstore leads from its entry to its checkpoint', () => {
  const { index, proof, checkpoint, origin, verifierKey, leaf } = REKOR;
  const hashes = proof.map((hash) => fromBase64(hash) ?? new Uint8Array());
  const file = read(formatInclusionFile({ index, proof: hashes, checkpoint }));
  const trust = { origin, verifiers: [readVerifier(verifierKey)] };
  const opened = openCheckpoint(parseNote(file.checkpoint, 'rekor'), trust, 'rekor');
  if (!opened.ok) return expect.unreachable(opened.reason);
  const claim = {
    ...opened.checkpoint,
    index,
    proof: file.proof,
    leaf: fromBase64(leaf) ?? new Uint8Array(),
  };
  expect(hashed(verifyInclusion(claim))).toBe(true);
  expect(hashed(verifyInclusion({ ...claim, index: 734 }))).toBe(false);
});

test('another log, another checkpoint and an unsigned one prove nothing', () => {
  expect(verify(proofFile(0, 11), FIRST, { ...TRUST, origin: 'other.example' })).toMatchObject({ ok: false });
  expect(verify(proofFile(0, 11), FIRST, { ...TRUST, verifiers: [] })).toMatchObject({ ok: false });
  expect(verify(proofFile(0, 11, signedCheckpoint(12)), FIRST)).toEqual({
    ok: false,
    reason: "the proof does not lead from this seal to the log's root at size 12",
  });
});

/** Whether a file proves a seal; what cannot be read proves nothing. */
function isProved(bytes: Uint8Array, seal: Uint8Array): boolean {
  try {
    return verify(textOf(bytes, 'a.tlog-proof'), seal).ok;
  } catch (fault) {
    expect(fault).toBeInstanceOf(Fault);
    return false;
  }
}

test('no bit of seal, proof or checkpoint can be turned', () => {
  const [seal = FIRST, bytes] = [entriesOf(11)[6], utf8(proofFile(6, 11))];
  expect(isProved(bytes, seal)).toBe(true);
  for (let bit = 0; bit < bytes.length * 8; bit += 1)
    expect([bit, isProved(flipped(bytes, bit), seal)]).toEqual([bit, false]);
  for (let bit = 0; bit < seal.length * 8; bit += 1) expect(isProved(bytes, flipped(seal, bit))).toBe(false);
});

const HASH = Buffer.from(sha256(FIRST)).toString('base64');
const head = 'c2sp.org/tlog-proof@v1';
test.each<[string, string, number]>([
  ['', 'a proof begins with', 1],
  ['c2sp.org/tlog-proof@v2\nindex 0\n\nx', 'a proof begins with', 1],
  [`${head}\nindex 0\n`, 'a proof begins with', 1],
  [`${head}\n\nx`, 'expected "index"', 2],
  [`${head}\nindex\n\nx`, 'expected "index"', 2],
  [`${head}\nindex 01\n\nx`, 'expected "index"', 2],
  [`${head}\nindex -1\n\nx`, 'expected "index"', 2],
  [`${head}\nindex 1 2\n\nx`, 'expected "index"', 2],
  [`${head}\nextra *\nindex 1\n\nx`, 'expected base64', 2],
  [`${head}\nextra QQ==\n\nx`, 'expected "index"', 3],
  [`${head}\nindex 1\n${HASH}\nQQ==\n\nx`, 'expected base64 of 32 bytes', 4],
  [`${head}\nextra QQ==\nindex 1\n${HASH} \n\nx`, 'expected base64 of 32 bytes', 4],
])('%j is refused', (source, reason, line) => {
  try {
    read(source);
    expect.unreachable();
  } catch (fault) {
    expect((fault as Fault).message).toContain(reason);
    expect((fault as Fault).place).toEqual({ file: 'a.tlog-proof', line });
  }
});

test('a checkpoint that is no note is neither written nor believed', () => {
  expect(() => formatInclusionFile({ index: 0, proof: [], checkpoint: 'x\n' })).toThrow(Fault);
  expect(() => verify(`${head}\nindex 0\n\nx\n`, FIRST)).toThrow('no blank line');
});
