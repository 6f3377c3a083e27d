import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { proofreadKept } from './proofread-kept.ts';
import { proofreadLedger } from './proofread-ledger.ts';

const PRODUCT = '---\nschema: 1\nname: Core\nmodules:\n  - id: core\n    name: Core\n---\n';

let content = '';
let file = '';

beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), 'ledger-proofs-'));
  file = path.join(content, 'proofs.json');
  write('products/core.md', PRODUCT);
  write('notes/core/1.0.0.md', note('1.0.0', 1));
  write('notes/core/1.1.0.md', note('1.1.0', 2, 'removes: core-1'));
});

afterEach(() => rmSync(content, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
  writeFileSync(path.join(content, name), text);
}

function note(version: string, number: number, more = 'kind: fix', withdrawn = ''): string {
  return `---
schema: 1
product: core
version: "${version}"
date: "2026-02-03T10:30:00+00:00"
prerelease: false
previous: null
${withdrawn}entries:
  - id: core-${number}
    module: core
    pullRequest: ${number}
    kind: fix
    ${more === 'kind: fix' ? 'title: Words' : more}
---
## Removed

- Words that end here {#core-${number}}
`.replace('    title: Words\n', '');
}

function both(code = 'rules') {
  const kept = proofreadKept(content, file, code);
  expect(kept).toEqual(proofreadLedger(content));
  return kept.map(({ version }) => version);
}

test('what is as it was is told as it was told', () => {
  const first = both();
  expect(both()).toEqual(first);
});

test('a note that is another is looked at anew, and so is one that names an entry of another note', () => {
  both();
  write('notes/core/1.0.0.md', note('1.0.0', 7));
  expect(both()).toContain('1.1.0');
});

test('a note that names a version is looked at anew when that version goes', () => {
  const withdrawn = 'withdrawn:\n  reason: It loses data.\n  use: "1.1.0"\n';
  write('notes/core/1.0.0.md', note('1.0.0', 1, undefined, withdrawn));
  expect(both()).not.toContain('1.0.0');
  rmSync(path.join(content, 'notes/core/1.1.0.md'));
  expect(both()).toContain('1.0.0');
});

test('nothing that was kept is believed without reason', () => {
  const first = both();
  writeFileSync(file, '{"code":"rules","notes":{');
  expect(both()).toEqual(first);
  writeFileSync(file, JSON.stringify({ code: 'rules', notes: { 'notes/core/1.0.0.md': 1 } }));
  expect(both()).toEqual(first);
  expect(both('other rules')).toEqual(first);
});
