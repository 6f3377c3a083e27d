import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SCRIPT = path.resolve(import.meta.dirname, '../build.ts');
const PRODUCT = '---\nschema: 1\nname: Core\nmodules:\n  - id: core\n    name: Core\n---\n';
const NOTE = `---
schema: 1
product: core
version: "1.0.0"
date: "2026-02-03T10:30:00+00:00"
prerelease: false
previous: null
entries:
  - id: core-1
    module: core
    pullRequest: 1
    kind: fix
---

## Fixed

- Crane lifts again {#core-1}
`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-build-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function build(...options: string[]): { status: number | null; stderr: string } {
  const env = { ...process.env, NODE_ENV: 'production', LEDGER_CACHE: path.join(folder, 'cache') };
  return spawnSync(process.execPath, [SCRIPT, ...options], { env, encoding: 'utf8' });
}

test('what is not understood is refused with 2, help is not', () => {
  expect(build('--nope')).toMatchObject({ status: 2, stderr: expect.stringContaining('--nope') });
  expect(build('--edition', 'secret').status).toBe(2);
  expect(build('--site', 'nowhere')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--site nowhere'),
  });
  expect(build('--help').status).toBe(0);
});

test('a build says what it leaves out where nobody knows its address, and nothing where it is given', async () => {
  const content = path.join(folder, 'placed');
  const out = path.join(folder, 'placed-out');
  await mkdir(path.join(content, 'products'), { recursive: true });
  await mkdir(path.join(content, 'notes', 'core'), { recursive: true });
  await writeFile(path.join(content, 'products', 'core.md'), PRODUCT);
  await writeFile(path.join(content, 'notes', 'core', '1.0.0.md'), NOTE);
  const arguments_ = ['--edition', 'public', '--content', content, '--out', out];

  expect(build(...arguments_).stderr).toMatch(/^Without the address of the site .*no sitemap/m);
  expect(await readdir(out)).not.toContain('sitemap-index.xml');

  const placed = build(...arguments_, '--site', 'https://releases.example.org/');
  expect(placed).toMatchObject({ status: 0, stderr: expect.not.stringContaining('Without') });
  expect(await readFile(path.join(out, 'sitemap-index.xml'), 'utf8')).toContain(
    '<loc>https://releases.example.org/sitemap-0.xml</loc>',
  );
  await rm(content, { recursive: true });
  await rm(out, { recursive: true });
}, 120_000);

test('a build that fails says where, and leaves the previous output', async () => {
  const content = path.join(folder, 'content');
  const out = path.join(folder, 'out');
  const arguments_ = ['--edition', 'public', '--content', content, '--out', out];
  expect(build(...arguments_)).toMatchObject({ status: 2, stderr: expect.stringContaining('harvest') });

  await mkdir(path.join(content, 'products'), { recursive: true });
  await writeFile(path.join(content, 'products', 'core.md'), PRODUCT);
  expect(build(...arguments_).status).toBe(0);
  const before = await readFile(path.join(out, 'core', 'index.html'), 'utf8');

  await writeFile(path.join(content, 'products', 'core.md'), PRODUCT.replace('schema: 1', 'schema: 2'));
  const failed = build(...arguments_);
  expect(failed.status).toBe(2);
  expect(failed.stderr).toContain('products/core.md:2: schema');
  expect(failed.stderr).not.toMatch(/\n\s+at /);
  expect(await readFile(path.join(out, 'core', 'index.html'), 'utf8')).toBe(before);
  expect((await readdir(folder)).sort()).toEqual(['cache', 'content', 'out']);
}, 120_000);
