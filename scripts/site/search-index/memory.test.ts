import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Memory, readMemory, writeMemory } from './memory.ts';

const FACTS = { month: '2026-09', bytes: 12, digest: 'abc', foldedInto: ['1.0.0'] };
const MEMORY: Memory = {
  months: { 'lamp/2026-09': { sign: '1 2 3', facts: FACTS } },
  parts: {
    'lamp-abc': { sign: 'x', facts: { name: 'lamp-abc', items: 2, holds: { product: ['lamp'], year: [] } } },
    'runtime-abc': { sign: 'y', facts: null },
  },
};
const NOTHING: Memory = { months: {}, parts: {} };

let folder = '';
let cache = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-memory-'));
  cache = path.join(folder, 'search');
  writeMemory(cache, 'code', MEMORY);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('what was written is remembered by builds of the same code', () => {
  expect(readMemory(cache, 'code')).toEqual(MEMORY);
  expect(readMemory(cache, 'another code')).toEqual(NOTHING);
});

test('nothing is remembered without a cache', async () => {
  writeMemory(null, 'code', MEMORY);
  expect(readMemory(null, 'code')).toEqual(NOTHING);
  expect(await readdir(folder)).toEqual(['search.seen']);
});

test('a memory that cannot be written is no reason to fail', () => {
  const nowhere = path.join(folder, 'missing/search');
  writeMemory(nowhere, 'code', MEMORY);
  expect(readMemory(nowhere, 'code')).toEqual(NOTHING);
});

test.each<[string, (text: string) => string]>([
  ['is empty', () => ''],
  ['was cut off', (text) => text.slice(0, -20)],
  ['says something else', (text) => text.replace('"abc"', '"abd"')],
  ['has another head', (text) => `0${text}`],
  ['has no head', (text) => text.slice(text.indexOf('\n') + 1)],
  ['is no JSON', () => 'head\nbody'],
])('a memory that %s is none', async (_, broken) => {
  const file = `${cache}.seen`;
  await writeFile(file, broken(await readFile(file, 'utf8')));
  expect(readMemory(cache, 'code')).toEqual(NOTHING);
});
