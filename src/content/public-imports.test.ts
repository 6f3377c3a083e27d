import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '..');

/** Every file of ours that the files of a folder reach by imports. */
function reachedFrom(folder: string): Set<string> {
  const start = readdirSync(path.join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:astro|ts)$/.test(name))
    .map((name) => path.join(SOURCE, folder, name));
  const reached = new Set(start);
  for (const file of reached) {
    if (!/\.(?:astro|ts)$/.test(file)) continue;
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import|src=)\s*['"](\.[^'"]+)['"]/g,
    )) {
      reached.add(path.resolve(path.dirname(file), target));
    }
  }
  return new Set([...reached].map((file) => path.relative(SOURCE, file)));
}

test('no public page reaches a reader of the ledger or an internal page', () => {
  const reached = [...reachedFrom('pages')];
  expect(reached).toContain('content/notes.ts');
  expect(
    reached.filter((file) =>
      /^(?:internal\/|verdict\/|content\/(?:ledger|audit|board|dossier|evidence|filed|moment|plain-file)\.)/.test(
        file,
      ),
    ),
  ).toEqual([]);
});

test('internal pages do reach it, so the search works', () => {
  expect([...reachedFrom('internal')]).toContain('content/ledger.ts');
});
