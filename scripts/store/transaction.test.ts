import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Fault } from '../../src/records/index.ts';
import { readIfThere, recover, Transaction, writeAllOrNothing } from './transaction.ts';

let content = '';

beforeEach(() => {
  content = mkdtempSync(path.join(os.tmpdir(), 'transaction-'));
  mkdirSync(path.join(content, 'notes'));
  writeFileSync(path.join(content, 'notes/old.md'), 'old');
});

afterEach(() => rmSync(content, { recursive: true, force: true }));

function file(name: string): string | null {
  return readIfThere(path.join(content, name));
}

test('files appear together, at the commit', () => {
  const transaction = new Transaction(content);
  transaction.write('notes/new.md', 'new');
  transaction.write('ledger/a/b/c.md', 'deep');
  transaction.write('top.md', 'top');
  transaction.remove('notes/old.md');
  expect([file('notes/new.md'), file('ledger/a/b/c.md'), file('notes/old.md')]).toEqual([null, null, 'old']);
  transaction.commit();
  expect([file('notes/new.md'), file('ledger/a/b/c.md'), file('top.md'), file('notes/old.md')]).toEqual([
    'new',
    'deep',
    'top',
    null,
  ]);
  expect(readdirSync(content).toSorted()).toEqual(['ledger', 'notes', 'top.md']);
  expect(transaction.written).toBe(4);
});

test('a file that has the same bytes is left alone', () => {
  const written = writeAllOrNothing(content, (transaction) => {
    transaction.write('notes/old.md', 'old');
    return transaction.written;
  });
  expect(written).toBe(0);
});

test('the last of several writes of one file counts', () => {
  writeAllOrNothing(content, (transaction) => {
    transaction.write('notes/old.md', 'first');
    transaction.write('notes/old.md', 'second');
  });
  expect(file('notes/old.md')).toBe('second');
});

test('an error leaves everything as it was', () => {
  const fail = (): void =>
    writeAllOrNothing(content, (transaction) => {
      transaction.write('notes/new.md', 'new');
      transaction.remove('notes/old.md');
      throw new Fault('no');
    });
  expect(fail).toThrow('no');
  expect([file('notes/new.md'), file('notes/old.md')]).toEqual([null, 'old']);
  expect(readdirSync(content)).toEqual(['notes']);
});

test('a folder that is not there yet is made', () => {
  const deep = path.join(content, 'a/b');
  writeAllOrNothing(deep, (transaction) => transaction.write('x.md', 'x'));
  expect(readFileSync(path.join(deep, 'x.md'), 'utf8')).toBe('x');
});

test('what a living process holds is refused, what a dead one left is taken over', () => {
  mkdirSync(path.join(content, '.pending'));
  writeFileSync(path.join(content, '.pending/owner'), String(process.ppid));
  expect(() => new Transaction(content)).toThrow(/another command \(process \d+\) is writing/);
  writeFileSync(path.join(content, '.pending/owner'), '999999999');
  writeAllOrNothing(content, (transaction) => transaction.write('notes/new.md', 'new'));
  expect(file('notes/new.md')).toBe('new');
  expect(existsSync(path.join(content, '.pending'))).toBe(false);
});

test('recovering where nothing is left, or nothing is at all, does nothing', () => {
  recover(content);
  recover(path.join(content, 'nowhere'));
  expect(readdirSync(content)).toEqual(['notes']);
});

test('another process’s claim is left to it while it lives', () => {
  mkdirSync(path.join(content, `.pending-${process.ppid}`));
  mkdirSync(path.join(content, '.pending-999999999'));
  recover(content);
  expect(readdirSync(content).toSorted()).toEqual([`.pending-${process.ppid}`, 'notes']);
});

/** Leaves what a killed command left: complete, with one file, and a journal. */
function leave(stage: string, owner: number, name: string, journal: unknown = { deletes: [] }): void {
  mkdirSync(path.join(content, stage, 'files/notes'), { recursive: true });
  writeFileSync(path.join(content, stage, 'files/notes', name), name);
  writeFileSync(path.join(content, stage, 'owner'), String(owner));
  writeFileSync(path.join(content, stage, 'journal.json'), JSON.stringify(journal));
}

test('what two dead commands left is finished, also by a process that has the number of one of them', () => {
  leave('.pending', 999_999_999, 'one.md');
  leave(`.pending-${process.pid}`, process.pid, 'two.md');
  recover(content);
  expect([file('notes/one.md'), file('notes/two.md')]).toEqual(['one.md', 'two.md']);
});

test.each([
  ['above', { deletes: ['../outside.md'] }],
  ['from the top', { deletes: ['/outside.md'] }],
  ['by another mark', { deletes: ['notes\\..\\..\\outside.md'] }],
  ['of another form', { deletes: 'notes/old.md' }],
  ['nothing', null],
])('a journal that removes what is outside is no command’s: %s', (_, journal) => {
  leave('.pending', 999_999_999, 'one.md', journal);
  expect(() => recover(content)).toThrow(/its journal is no command’s/);
  expect([file('notes/old.md'), file('notes/one.md')]).toEqual(['old', null]);
});

test('nothing is written behind a link', () => {
  const outside = mkdtempSync(path.join(os.tmpdir(), 'outside-'));
  symlinkSync(outside, path.join(content, 'ledger'));
  const write = () => writeAllOrNothing(content, (transaction) => transaction.write('ledger/a.md', 'a'));
  expect(write).toThrow(/nothing is written outside of the ledger/);
  mkdirSync(path.join(content, '.pending/files/ledger'), { recursive: true });
  writeFileSync(path.join(content, '.pending/files/ledger/a.md'), 'a');
  writeFileSync(path.join(content, '.pending/journal.json'), JSON.stringify({ deletes: ['ledger/b.md'] }));
  writeFileSync(path.join(outside, 'b.md'), 'b');
  expect(() => recover(content)).toThrow(/nothing is written outside of the ledger/);
  expect(readdirSync(outside)).toEqual(['b.md']);
  rmSync(outside, { recursive: true });
});
