import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const PRODUCT = '---\nschema: 1\nname: Core\nmodules:\n  - id: core\n    name: Core\n---\nWhat it is.\n';
const NOTE = `---
schema: 1
product: core
version: "1.0.0"
date: "2026-02-03T10:30:00+00:00"
prerelease: false
previous: null
entries: []
---
## Fixed

- a
`;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-content-'));
  vi.stubEnv('LEDGER_CONTENT', folder);
  vi.resetModules();
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

async function read() {
  const { readProductPages } = await import('./sources.ts');
  return readProductPages();
}

/** A note is read when somebody asks for what stands in it. */
async function readAllNotes() {
  return (await read()).map(({ notes }) => notes.map(({ note }) => note));
}

test('products come with their notes, the newest first', async () => {
  write('products/core.md', PRODUCT);
  write('notes/core/1.0.0.md', NOTE);
  write('notes/core/1.10.0.md', NOTE.replace('1.0.0', '1.10.0'));
  write('notes/core/1.9.0.md', NOTE.replace('1.0.0', '1.9.0'));
  const [core] = await read();
  expect(core?.description).toBe('What it is.\n');
  expect(core?.notes.map(({ note }) => note.version)).toEqual(['1.10.0', '1.9.0', '1.0.0']);
});

test('a ledger without products says how to get one', async () => {
  await expect(read()).rejects.toMatchObject({ name: 'Fault', hint: expect.stringContaining('harvest') });
});

test('notes of a product that is not there are no silence', async () => {
  write('products/core.md', PRODUCT);
  write('notes/other/1.0.0.md', NOTE);
  await expect(read()).rejects.toThrow('"other"');
});

test.each(['audit', 'Core', 'a..b'])('"%s" cannot be the id of a product', async (id) => {
  write(`products/${id}.md`, PRODUCT);
  await expect(read()).rejects.toThrow(`"${id}" cannot be a product's id`);
});

test('a note that is not what its path says is named with file and field', async () => {
  write('products/core.md', PRODUCT);
  write('notes/core/2.0.0.md', NOTE);
  await expect(readAllNotes()).rejects.toMatchObject({
    place: { file: expect.stringContaining('notes/core/2.0.0.md'), field: 'version' },
  });
});

test('a broken note is named with file, line and field', async () => {
  write('products/core.md', PRODUCT);
  write('notes/core/1.0.0.md', NOTE.replace('prerelease: false', 'prerelease: perhaps'));
  await expect(readAllNotes()).rejects.toMatchObject({ place: { line: 6, field: 'prerelease' } });
});
