import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readLines } from './lines.ts';

function written(text: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-lines-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'lines');
  writeFileSync(file, text);
  return file;
}

test('lines are counted from one, their places in bytes from nought', () => {
  expect([...readLines(written('ä\n\nb\nunfinished'))]).toEqual([
    { text: 'ä', offset: 0, length: 2, line: 1 },
    { text: '', offset: 3, length: 0, line: 2 },
    { text: 'b', offset: 4, length: 1, line: 3 },
  ]);
});

test('reading may start at a line’s place', () => {
  expect([...readLines(written('ä\nb\nc\n'), 3)].map(({ text, offset }) => [text, offset])).toEqual([
    ['b', 3],
    ['c', 5],
  ]);
});

test('lines longer than what is read at once stay whole', () => {
  const long = 'é🦊'.repeat(400_000);
  const lines = [...readLines(written(`${long}\nshort\n${long}\n`))];
  expect(lines.map(({ text }) => text.length)).toEqual([long.length, 5, long.length]);
  expect(lines.every(({ text }) => text === long || text === 'short')).toBe(true);
});

test('an empty file has none, and one that is not there is a fault', () => {
  const file = written('');
  expect([...readLines(file)]).toEqual([]);
  expect(() => [...readLines(`${file}-not`)]).toThrow(/cannot be read/);
});
