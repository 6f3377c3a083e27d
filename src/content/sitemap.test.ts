import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isKept } from './sitemap.ts';

const SITE = 'https://releases.example.org';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-sitemap-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function page(address: string, head: string): Promise<string> {
  await mkdir(path.join(folder, address), { recursive: true });
  await writeFile(path.join(folder, address, 'index.html'), `<head>${head}</head>`);
  return SITE + address;
}

test('a page that names itself is kept, with any signs in its version', async () => {
  const address = '/core/1.0.0+build.5/';
  const kept = await page(address, `<link rel="canonical" href="${SITE}${address}">`);
  expect(isKept(folder, kept)).toBe(true);
});

test('a page that names another one is not', async () => {
  expect(
    isKept(folder, await page('/core/latest/', `<link rel="canonical" href="${SITE}/core/1.0.0/">`)),
  ).toBe(false);
});

test('a page that asks to be left out is not', async () => {
  const head = `<meta name="robots" content="noindex, nofollow"><link rel="canonical" href="${SITE}/quiet/">`;
  expect(isKept(folder, await page('/quiet/', head))).toBe(false);
});
