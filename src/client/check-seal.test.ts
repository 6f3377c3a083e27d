import { expect, test } from 'vitest';
import { utf8 } from '../seal/bytes.ts';
import type { SealToCheck } from '../views/seal/check-data.ts';
import { recordAddress } from '../views/seal/record-address.ts';
import { digestOf, FOLDER, sealOf } from '../views/seal/testing/seals.ts';
import { checkSeal, type SealCheck } from './check-seal.ts';

const TEXTS = Object.fromEntries(
  Array.from({ length: 9 }, (_, at) => [`${FOLDER}/votes/${at}.md`, `vote ${at}`]),
);
const FIRST = `${FOLDER}/votes/0.md`;
const SEAL_FILE = `${FOLDER}/seal.json`;
const SEAL = JSON.stringify(sealOf(TEXTS));

const EXPECTED: SealToCheck = {
  ...{ place: 0, address: recordAddress(SEAL_FILE) ?? '', digest: digestOf(SEAL) },
  ...{ madeFrom: {}, redacted: [], unserved: [] },
};

/** Checks what a site serves: the seal and its files, but for what is given otherwise. */
function check(
  served: Record<string, string | null> = {},
  expected: Partial<SealToCheck> = {},
): Promise<SealCheck> {
  const files = Object.entries({ ...TEXTS, [SEAL_FILE]: SEAL, ...served });
  const site = new Map(files.map(([file, text]) => [recordAddress(file), text]));
  const bytesAt = async (address: string) => {
    const text = site.get(address) ?? null;
    return text === null ? null : new Uint8Array(utf8(text));
  };
  return checkSeal({ ...EXPECTED, ...expected }, bytesAt);
}

function statesOf({ files }: SealCheck): string[] {
  return [...new Set((files ?? []).map(({ state }) => state))].sort();
}

test('an unchanged site is as sealed, file by file and as a whole', async () => {
  const found = await check();
  expect(found).toMatchObject({ isNamed: true, isRoot: true });
  expect(statesOf(found)).toEqual(['as-sealed']);
});

test('a changed record is named with what its bytes have, and leads to another root', async () => {
  const found = await check({ [FIRST]: 'vote 0, edited' });
  expect(found.isRoot).toBe(false);
  expect(found.files?.[0]).toMatchObject({ state: 'changed', digest: digestOf('vote 0, edited') });
});

test('a record that is gone leaves no root', async () => {
  const found = await check({ [FIRST]: null });
  expect(found.files?.[0]?.state).toBe('gone');
  expect(found).toMatchObject({ root: null, isRoot: false });
});

test('a seal that was made anew over changed records is not the one that the page names', async () => {
  const texts = { ...TEXTS, [FIRST]: 'vote 0, edited' };
  const found = await check({ ...texts, [SEAL_FILE]: JSON.stringify(sealOf(texts)) });
  expect(found).toMatchObject({ isNamed: false, isRoot: true });
});

test('what is redacted takes its sealed line into the tree, and must be what the page was made from', async () => {
  const redaction = { madeFrom: { [FIRST]: digestOf('redacted') }, redacted: [FIRST] };
  const fine = await check({ [FIRST]: 'redacted' }, redaction);
  expect([fine.isRoot, fine.files?.[0]?.state]).toEqual([true, 'redacted']);
  const other = await check({ [FIRST]: 'redacted, and more' }, redaction);
  expect([other.isRoot, other.files?.[0]?.state]).toEqual([false, 'changed']);
});

test('pages that were made from other bytes than the sealed ones are told', async () => {
  const found = await check({}, { madeFrom: { [FIRST]: digestOf('other') } });
  expect(found.files?.[0]).toMatchObject({ state: 'other-page', digest: digestOf('other') });
});

test('what the site does not serve is not said to be checked', async () => {
  const found = await check({ [FIRST]: null }, { unserved: [FIRST] });
  expect([found.isRoot, found.files?.[0]?.state]).toEqual([true, 'unchecked']);
});

test.each(['{', '{}', '{"files":[{}]}', '[]'])('%s is no seal', async (text) => {
  expect((await check({ [SEAL_FILE]: text })).files).toBeNull();
});

test('a seal that is gone has no digest', async () => {
  expect(await check({ [SEAL_FILE]: null })).toMatchObject({ digest: null, isNamed: false, files: null });
});
