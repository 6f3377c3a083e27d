import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alone, type SiteCache, siteCache } from './site-cache.ts';

let root = '';
let cache: SiteCache;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'cache-'));
  cache = siteCache({ edition: 'public', content: 'content' }, 'out', root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lockOf = ({ folder }: SiteCache): string => path.join(folder, 'lock');

test('whoever builds is alone, and leaves nothing', async () => {
  await alone(cache, async () => {
    expect(readFileSync(lockOf(cache), 'utf8')).toBe(String(process.pid));
  });
  expect(readdirSync(cache.folder)).toEqual([]);
});

test('what fails leaves no lock', async () => {
  await expect(alone(cache, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(lockOf(cache))).toBe(false);
});

test('somebody else who is building is waited for', async () => {
  writeFileSync(lockOf(cache), String(process.ppid));
  await expect(alone(cache, async () => 1)).rejects.toThrow(`process ${process.ppid} is building`);
  expect(readFileSync(lockOf(cache), 'utf8')).toBe(String(process.ppid));
});

test.each([
  ['of a process that ended', () => String(spawnSync(process.execPath, ['--version']).pid)],
  ['of a process that had this number before', () => String(process.pid)],
  ['that is empty', () => ''],
  ['that is broken', () => 'nobody'],
])('a lock %s is taken over', async (_name, owner) => {
  writeFileSync(lockOf(cache), owner());
  await expect(alone(cache, async () => readFileSync(lockOf(cache), 'utf8'))).resolves.toBe(
    String(process.pid),
  );
  expect(readdirSync(cache.folder)).toEqual([]);
});

test('what killed processes left is removed, and nothing else', async () => {
  const files = ['known-12', 'found-12-0', 'trace.12', 'trace', 'applying'];
  for (const file of files) writeFileSync(path.join(cache.folder, file), '');
  await alone(cache, async () => {});
  expect(readdirSync(cache.folder)).toEqual(['applying', 'trace']);
});

test('editions, ledgers and outputs have caches of their own', () => {
  const places = [
    siteCache({ edition: 'public', content: 'a' }, 'out', root),
    siteCache({ edition: 'internal', content: 'a' }, 'out', root),
  ];
  expect(new Set(places.map(({ folder }) => folder)).size).toBe(2);
});
