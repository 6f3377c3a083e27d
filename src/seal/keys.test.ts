import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Fault } from '../records/fault.ts';
import { toHex } from './bytes.ts';
import { formatVerifier, generateKeys, keysFromSeed, readSigner, readVerifier } from './keys.ts';
import { C2SP, GO_EXAMPLE, REKOR, SUM_GOLANG_ORG } from './testing/published-notes.ts';

const { privateKey, verifierKey } = GO_EXAMPLE;
const SECRET = privateKey.split('+').at(-1) ?? '';

/** Every message that a fault could print. */
function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (fault) {
    expect(fault).toBeInstanceOf(Fault);
    return (fault as Fault).describe();
  }
  return expect.unreachable();
}

test.each([
  C2SP.verifierKey,
  verifierKey,
  GO_EXAMPLE.enochVerifierKey,
  SUM_GOLANG_ORG.verifierKey,
  REKOR.verifierKey,
])('the published key %s is read and written', (published) => {
  expect(formatVerifier(readVerifier(published))).toBe(published);
});

test('the published private key gives its public key', () => {
  const signer = readSigner(`${privateKey}\n`);
  expect(formatVerifier(signer)).toBe(verifierKey);
  expect(toHex(signer.keyId)).toBe('c74f20a3');
});

test('the zero seed gives the key that Go makes of it', () => {
  expect(keysFromSeed('EnochRoot', new Uint8Array(32)).verifierKey).toBe(GO_EXAMPLE.enochVerifierKey);
});

test('a new pair fits together, and no two are the same', () => {
  const [one, two] = [generateKeys('log.example'), generateKeys('log.example')];
  expect(formatVerifier(readSigner(one.privateKey))).toBe(one.verifierKey);
  expect(readVerifier(one.verifierKey).name).toBe('log.example');
  expect(one.privateKey).not.toBe(two.privateKey);
});

test('a signer does not show its secret', () => {
  const signer = readSigner(privateKey);
  const seed = Buffer.from(SECRET, 'base64').subarray(1);
  const shown = `${inspect(signer, { depth: 9, showHidden: true })} ${JSON.stringify(signer)} ${String(signer.privateKey)}`;
  for (const encoding of ['hex', 'base64'] as const) expect(shown).not.toContain(seed.toString(encoding));
});

test.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\nb', 'a\u0000'])('the name %j is refused', (name) => {
  expect(faultOf(() => generateKeys(name))).toContain('no name of a key');
});

/** The key with other base64 at its end. */
const withBytes = (...bytes: number[]) =>
  `${verifierKey.slice(0, verifierKey.lastIndexOf('+') + 1)}${Buffer.from(bytes).toString('base64')}`;

test.each([
  ['', 'is empty'],
  ['   ', 'is empty'],
  ['PeterNeumann', 'no name'],
  [verifierKey.replace('Peter', 'Peter '), 'no name'],
  [verifierKey.replace('c74f20a3', 'c74f20a'), 'no id'],
  [verifierKey.replace('c74f20a3', 'C74F20A3'), 'no id'],
  [verifierKey.replace('c74f20a3', 'c74f20a4'), 'the id c74f20a4, and its bytes give c74f20a3'],
  [verifierKey.replace('Peter', 'Petra'), 'has the id'],
  [verifierKey.slice(0, -1), 'base64'],
  [withBytes(1, 2, 3), 'has 2 bytes, and Ed25519 has 32'],
  [withBytes(2, ...Array(32).fill(0)), 'type 2'],
  [withBytes(1, ...Array(33).fill(0)), 'has 33 bytes'],
  ['-----BEGIN PUBLIC KEY-----', 'PEM'],
  [privateKey, 'this is a private key'],
])('as verifier key %j is refused', (source, reason) => {
  expect(faultOf(() => readVerifier(source))).toContain(reason);
});

test.each([
  ['', 'is empty'],
  [verifierKey, 'this is a public key'],
  ['-----BEGIN PRIVATE KEY-----\nMC4CAQ', 'PEM'],
  [SECRET, 'this is no private key'],
  [privateKey.replace('PRIVATE+KEY', 'private+key'), 'no private key'],
  [privateKey.replace('c74f20a3', 'c74f20a4'), 'does not match the id'],
  [privateKey.replace('Peter', 'Petra'), 'does not match the id'],
  [privateKey.replace('AYEK', 'AYEL'), 'does not match the id'],
  [privateKey.slice(0, -4), 'has 29 bytes'],
  [privateKey.slice(0, -1), 'base64'],
  [privateKey.replace('+AYEK', '+AoEK'), 'type 2'],
  [`${privateKey} # mine`, 'base64'],
])('as private key, number %#, is refused, and nothing of it is printed', (source, reason) => {
  const told = faultOf(() => readSigner(source));
  expect(told).toContain(reason);
  for (let at = 0; at + 8 <= SECRET.length; at += 1) expect(told).not.toContain(SECRET.slice(at, at + 8));
});

test('neither is anything printed of a private key in the place of the public one', () => {
  expect(faultOf(() => readVerifier(privateKey))).not.toContain(SECRET.slice(0, 8));
});

test('no part of a key, and no key with another character, is one', () => {
  for (const [key, read] of [
    [verifierKey, readVerifier],
    [privateKey, readSigner],
  ] as const) {
    for (let from = 0; from < key.length; from += 1) {
      faultOf(() => read(key.slice(from + 1)));
      faultOf(() => read(key.slice(0, from)));
      const next = String.fromCharCode(key.charCodeAt(from) + 1);
      faultOf(() => read(key.slice(0, from) + next + key.slice(from + 1)));
    }
  }
});
