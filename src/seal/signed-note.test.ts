import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateKeys, keysFromSeed, readSigner, readVerifier } from './keys.ts';
import { formatNote, parseNote } from './note.ts';
import { addSignature, sign, verifyNote } from './signed-note.ts';
import { FIXED, flipped } from './testing/arbitrary-tree.ts';
import { C2SP, GO_EXAMPLE, REKOR, SUM_GOLANG_ORG } from './testing/published-notes.ts';

const { text, peter, enoch } = GO_EXAMPLE;
const PETER = readVerifier(GO_EXAMPLE.verifierKey);
const ENOCH = readVerifier(GO_EXAMPLE.enochVerifierKey);
const verify = (note: string, ...verifiers: Parameters<typeof verifyNote>[1][number][]) =>
  verifyNote(parseNote(note, 'note'), verifiers);

test.each([
  [C2SP.note, C2SP.verifierKey],
  [`${text}\n${peter}`, GO_EXAMPLE.verifierKey],
  [SUM_GOLANG_ORG.older, SUM_GOLANG_ORG.verifierKey],
  [SUM_GOLANG_ORG.newer, SUM_GOLANG_ORG.verifierKey],
  [REKOR.checkpoint, REKOR.verifierKey],
])('a published note is verified by its published key', (note, key) => {
  expect(verify(note, readVerifier(key))).toMatchObject({ ok: true, verified: [readVerifier(key)] });
  expect(verify(note.replace(/[a-z]/, 'Z'), readVerifier(key))).toMatchObject({ ok: false });
});

test('what the published private key signs is what Go makes of it, byte for byte', () => {
  const note = sign(text, readSigner(GO_EXAMPLE.privateKey));
  expect(formatNote(note)).toBe(`${text}\n${peter}`);
  const second = readSigner(keysFromSeed('EnochRoot', new Uint8Array(32)).privateKey);
  expect(formatNote(addSignature(note, second))).toBe(`${text}\n${peter}${enoch}`);
  expect(formatNote(addSignature(addSignature(note, second), second))).toBe(`${text}\n${peter}${enoch}`);
});

test('signatures of unknown keys are kept, and say nothing', () => {
  const note = `${text}\n${enoch}${peter}`;
  expect(verify(note, PETER)).toMatchObject({
    ok: true,
    text,
    verified: [PETER],
    unverified: [{ name: 'EnochRoot' }],
  });
  expect(verify(note, PETER, ENOCH)).toMatchObject({ ok: true, verified: [ENOCH, PETER], unverified: [] });
  const wrong = enoch.replace('rwz+', 'rwz/');
  expect(verify(`${text}\n${wrong}${peter}`, PETER, ENOCH)).toMatchObject({ ok: true, verified: [PETER] });
});

test('a key that signed twice counts once, and so does one that is given twice', () => {
  const verdict = verify(`${text}\n${peter}${peter}`, PETER, PETER);
  expect(verdict).toMatchObject({ ok: true, verified: [PETER], unverified: [] });
});

test('one wrong signature of a known key refuses the note, wherever it stands', () => {
  const wrong = enoch.replace('eBzm', 'eBzn');
  for (const lines of [`${peter}${wrong}`, `${wrong}${peter}`, `${peter}${enoch}${wrong}`])
    expect(verify(`${text}\n${lines}`, PETER, ENOCH)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('the signature of EnochRoot is wrong'),
    });
});

test('without a known signature nothing is believed', () => {
  const reason = 'no known key signed: PeterNeumann did, wanted EnochRoot';
  expect(verify(`${text}\n${peter}`, ENOCH)).toEqual({ ok: false, reason });
  expect(verify(`${text}\n${peter}`)).toMatchObject({ ok: false });
});

test('another key of the same name is another key', () => {
  const other = readVerifier(generateKeys('PeterNeumann').verifierKey);
  expect(verify(`${text}\n${peter}`, other)).toMatchObject({ ok: false });
});

test('a text with anything but plain lines is not signed', () => {
  const signer = readSigner(GO_EXAMPLE.privateKey);
  for (const bad of ['abc', 'a\r\n', 'a\u0000\n', 'a\ud800\n', '']) expect(() => sign(bad, signer)).toThrow();
});

test('no bit of text or signature can be turned', () => {
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), (bit, inText) => {
      const note = parseNote(`${text}\n${peter}`, 'note');
      const bent = inText
        ? { ...note, text: Buffer.from(flipped(Buffer.from(text), bit)).toString('latin1') }
        : {
            ...note,
            signatures: note.signatures.map((each) => ({ ...each, signature: flipped(each.signature, bit) })),
          };
      expect(verifyNote(bent, [PETER])).toMatchObject({ ok: false });
    }),
    FIXED,
  );
});
