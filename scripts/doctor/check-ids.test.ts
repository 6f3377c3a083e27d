import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const HERE = import.meta.dirname;

function sources(isWanted: (file: string) => boolean): string[] {
  const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.filter(isWanted).map((file) => readFileSync(path.join(HERE, file), 'utf8'));
}

/** An id in the code of a check: a field, or the first word that is handed to whoever makes the finding. */
const ID =
  /(?:\bid: |\bfound\(\s*|\bid, place\] = \[running === null \? |'command-killed' : )'([a-z]+(?:-[a-z]+)+)'/g;

test('every finding that there can be is provoked by a test', () => {
  const checks = sources((file) => file.startsWith('checks/'));
  const ids = new Set(checks.flatMap((text) => [...text.matchAll(ID)].map(([, id = '']) => id)));
  const tests = sources((file) => /\.test\.ts$|^testing\//.test(file)).join('\n');
  expect(ids.size).toBeGreaterThan(55);
  expect([...ids].filter((id) => !tests.includes(`'${id}'`))).toEqual([]);
});
