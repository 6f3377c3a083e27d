import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-mistakes-'));
  vi.stubEnv('LEDGER_CONTENT', folder);
  vi.resetModules();
  write('products/core.md', '---\nschema: 1\nname: Core\nmodules:\n  - { id: core, name: Core }\n---\n');
  write('notes/core/1.0.0.md', note('1.0.0', 1, ''));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function note(version: string, number: number, removes: string): string {
  return `---
schema: 1
product: core
version: "${version}"
date: "2026-02-01T09:00:00+00:00"
prerelease: false
previous: null
entries:
  - { id: core-${number}, module: core, pullRequest: ${number}, kind: fix${removes && `, removes: ${removes}`} }
---

## Fixed

- Words {#core-${number}}
`;
}

async function saidOf(version: string): Promise<string[]> {
  const { findProductPages } = await import('./sources.ts');
  const { mistakesOf } = await import('./proofread.ts');
  const source = findProductPages('core');
  for (const { note } of source.notes) expect(note.product).toBe('core');
  rmSync(path.join(folder, 'notes/core/1.0.0.md'));
  return mistakesOf(source, version).mistakes.map(({ says }) => says);
}

test('a note may name an entry of another one, whose file is not opened again', async () => {
  write('notes/core/1.1.0.md', note('1.1.0', 2, 'core-1'));
  expect(await saidOf('1.1.0')).toEqual([]);
});

test('an entry that no note has is a mistake', async () => {
  write('notes/core/1.1.0.md', note('1.1.0', 2, 'core-7'));
  expect(await saidOf('1.1.0')).toEqual(['"removes" names core-7, which no note of the product has']);
});

test('what has no note has no mistakes', async () => {
  expect(await saidOf('9.9.9')).toEqual([]);
});
