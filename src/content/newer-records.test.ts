import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SCHEMA_VERSION } from '../records/index.ts';

const NEWER = `schema: ${SCHEMA_VERSION + 1}`;
const NOTE =
  'product: core\nversion: "1.0.0"\ndate: "2026-02-03T10:30:00+00:00"\nprerelease: false\nprevious: null\nentries: []\n';
const FOLDER = 'ledger/core/releases/1.0.0';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-newer-'));
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

const newer = { message: expect.stringContaining('written by a newer Release Ledger') };

test('a page of a newer ledger is not made', async () => {
  write('products/core.md', `---\n${NEWER}\nunheard: of\n---\n`);
  const { readProductPages } = await import('./sources.ts');
  await expect((async () => readProductPages())()).rejects.toMatchObject(newer);
});

test('a newer seal is not shown as one that is broken, nor a newer redaction', async () => {
  const json = `{\n  "schema": ${SCHEMA_VERSION + 1},\n  "unheard": "of"\n}\n`;
  const { readSeal } = await import('./seals.ts');
  const { redactionsIn } = await import('./redactions.ts');
  write(`${FOLDER}/seal.json`, json);
  write(`${FOLDER}/redactions/1.json`, json);
  for (const read of [() => readSeal(`${FOLDER}/seal.json`), () => redactionsIn(FOLDER)])
    expect(read).toThrow(expect.objectContaining({ ...newer, place: expect.objectContaining({ line: 2 }) }));
});

test('pages and notes that people wrote need no number', async () => {
  write('products/core.md', '---\nname: Core\nmodules:\n  - { id: core, name: Core }\n---\n');
  write('notes/core/1.0.0.md', `---\n${NOTE}---\n\n## Fixed\n\n- a\n`);
  const { readProductPages } = await import('./sources.ts');
  const [core] = readProductPages();
  expect(core?.notes.map(({ note }) => note.version)).toEqual(['1.0.0']);
});
