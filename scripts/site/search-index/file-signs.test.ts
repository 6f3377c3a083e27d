import { mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signOfFile, signOfFiles } from './file-signs.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-signs-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function place(name: string): string {
  return path.join(folder, name);
}

/** A file that was written some time ago. */
async function written(name: string, text: string): Promise<string> {
  await writeFile(place(name), text);
  await setTimeout(80);
  return place(name);
}

test('a file that nobody touched has the sign that it had', async () => {
  const file = await written('still', 'one');
  expect(signOfFile(file)).toMatch(/^3 /);
  expect(signOfFile(file)).toBe(signOfFile(file));
});

test('what was written just now could be changed again without anybody seeing it', async () => {
  await writeFile(place('fresh'), 'one');
  expect(signOfFile(place('fresh'))).toBeNull();
});

test.each<[string, (file: string) => Promise<unknown>]>([
  ['written over with as many bytes', (file) => writeFile(file, 'two')],
  [
    'written over and dated back',
    async (file) => {
      await writeFile(file, 'two');
      await utimes(file, 1000, 1000);
    },
  ],
  ['replaced by another file', async (file) => rename(await written('another', 'one'), file)],
])('a file that was %s has another sign', async (_, change) => {
  const file = await written('changed', 'one');
  await utimes(file, 1000, 1000);
  await setTimeout(80);
  const before = signOfFile(file);
  await change(file);
  await setTimeout(80);
  expect(before).not.toBeNull();
  expect(signOfFile(file)).not.toBeNull();
  expect(signOfFile(file)).not.toBe(before);
});

test('what is no file has none', async () => {
  await symlink(await written('target', 'one'), place('link'));
  await setTimeout(80);
  expect([place('link'), folder, place('missing')].map(signOfFile)).toEqual([null, null, null]);
});

test('the sign of several tells a file too many, and is none where one of them has none', async () => {
  await written('a', 'one');
  await written('b', 'two');
  const both = signOfFiles(folder, ['a', 'b']);
  expect(signOfFiles(folder, ['b', 'a'])).toBe(both);
  expect(new Set([both, signOfFiles(folder, ['a']), signOfFiles(folder, ['b']), null]).size).toBe(4);
  expect(signOfFiles(folder, ['a', 'missing'])).toBeNull();
});
