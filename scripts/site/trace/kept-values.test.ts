import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { keptValues } from './kept-values.ts';

const TEXT = '{"verdict":"blessed"}';
const DIGEST = digestOf(TEXT);

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(digest: string): string {
  return path.join(folder, digest.slice(0, 2), digest);
}

test('what was kept is there in the next build; what was not, is not', () => {
  expect(keptValues(folder).read(DIGEST)).toBeUndefined();
  keptValues(folder).write(DIGEST, TEXT);
  expect(keptValues(folder).read(DIGEST)).toBe(TEXT);
});

test.each(['', TEXT.slice(0, 5), `${TEXT} `])(
  'a file with %j is not what its name says, until it is kept again',
  (bytes) => {
    const kept = keptValues(folder);
    kept.write(DIGEST, TEXT);
    writeFileSync(fileOf(DIGEST), bytes);
    expect(kept.read(DIGEST)).toBeUndefined();
    kept.write(DIGEST, TEXT);
    expect(kept.read(DIGEST)).toBe(TEXT);
  },
);

test('what nobody asks for goes, with what was left half written', () => {
  const kept = keptValues(folder);
  kept.write(DIGEST, TEXT);
  kept.write(digestOf('1'), '1');
  writeFileSync(`${fileOf(DIGEST)}.123`, TEXT.slice(0, 3));
  kept.prune(new Set([DIGEST]));
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('/'))).toEqual([
    path.relative(folder, fileOf(DIGEST)),
  ]);
  rmSync(folder, { recursive: true });
  expect(() => kept.prune(new Set())).not.toThrow();
});
