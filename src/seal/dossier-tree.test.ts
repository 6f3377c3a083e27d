import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { toHex, utf8 } from './bytes.ts';
import { type DossierFile, dossierLines, dossierRoot } from './dossier-tree.ts';
import { leafHashes, treeHash } from './merkle.ts';
import { hashed, sha256 } from './node-sha256.ts';

const file = (name: string, content = name): DossierFile => ({
  path: name,
  sha256: toHex(sha256(utf8(content))),
});

test('the root is that of the lines, in the order of their bytes', () => {
  const files = [file('b.md'), file('a/z.md'), file('a.md'), file('a')];
  const lines = dossierLines(files);
  expect(lines.map((line) => line.slice(66))).toEqual(['a\n', 'a.md\n', 'a/z.md\n', 'b.md\n']);
  expect(lines[0]).toBe(`ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a\n`);
  expect(hashed(dossierRoot(files))).toEqual(hashed(treeHash(hashed(leafHashes(lines.map(utf8))))));
  expect(hashed(dossierRoot(files.toReversed()))).toEqual(hashed(dossierRoot(files)));
});

test('a name and a content that change places give another root', () => {
  const [left, right] = [file('a', 'x'), file('b', 'y')];
  const swapped = [file('a', 'y'), file('b', 'x')];
  expect(hashed(dossierRoot([left, right]))).not.toEqual(hashed(dossierRoot(swapped)));
});

test('no files have the root of the empty tree', () => {
  expect(hashed(dossierRoot([]))).toEqual(sha256(new Uint8Array()));
});

test.each([
  ['a\nb', 'control character'],
  ['a\rb', 'control character'],
  ['a\u0000b', 'control character'],
  ['a\u0085b', 'control character'],
  ['a\\b', 'backslash'],
  ['/a', 'plain relative'],
  ['a/../b', 'plain relative'],
  ['..', 'plain relative'],
  ['./a', 'plain relative'],
  ['a//b', 'plain relative'],
  ['a/', 'plain relative'],
  ['', 'plain relative'],
  ['a\ud800', 'not UTF-8'],
])('the path %j is refused', (name, reason) => {
  expect(() => dossierLines([{ ...file('x'), path: name }])).toThrow(reason);
});

test.each(['', 'A'.repeat(64), `sha256:${'a'.repeat(64)}`, 'a'.repeat(40)])(
  'the digest %j is refused',
  (digest) => {
    expect(() => dossierLines([{ path: 'a', sha256: digest }])).toThrow('64 lower-case hex digits');
  },
);

test('a file that is there twice is refused', () => {
  expect(() => dossierLines([file('a'), file('b'), file('a', 'other')])).toThrow('twice');
});

/** Names that orders by UTF-16 or by language put elsewhere than their bytes do. */
const NAMES = [
  'r/B.md',
  'r/a b.md',
  'r/a-b.md',
  'r/a.md',
  'r/a/b.md',
  'r/é.md',
  'r/\u{1f600}.md',
  'r/\uff5e.md',
  'r/*x',
];

const isMissing = ['sha256sum', 'find', 'sort', 'xargs'].some(
  (name) => spawnSync(name, ['--version']).status !== 0,
);
test.skipIf(isMissing)('find, sort and sha256sum make the same lines, and check them', () => {
  const content = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-'));
  for (const name of [...NAMES, 'r/seal.json']) {
    fs.mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
    fs.writeFileSync(path.join(content, name), name);
  }
  const command = "find r -type f ! -name 'seal*.json' -print0 | LC_ALL=C sort -z | xargs -0 sha256sum";
  const lines = dossierLines(NAMES.map((name) => file(name))).join('');
  expect(execFileSync('bash', ['-c', command], { cwd: content, encoding: 'utf8' })).toBe(lines);
  expect(spawnSync('sha256sum', ['-c', '--strict'], { cwd: content, input: lines }).status).toBe(0);
  fs.rmSync(content, { recursive: true });
});
