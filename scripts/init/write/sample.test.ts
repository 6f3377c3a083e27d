import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replaceSample } from './replace-sample.ts';
import { ledgerDigest, standingIn } from './sample.ts';

const COMMITTED = path.resolve('content');
let root = '';

beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'ledger-sample-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
/** A copy of the sample ledger. */
function sample(): string {
  count += 1;
  const content = path.join(root, String(count), 'content');
  cpSync(COMMITTED, content, { recursive: true });
  return content;
}

describe('a content folder', () => {
  test('with the committed sample is known for certain: its digest was written down with it', () => {
    expect(standingIn(COMMITTED)).toEqual({ kind: 'sample' });
    const content = sample();
    mkdirSync(path.join(content, '.pending-1'));
    expect(standingIn(content)).toEqual({ kind: 'sample' });
  });

  test.each<[string, (content: string) => void]>([
    ['a note of it was edited', (content) => writeFileSync(path.join(content, 'site.md'), 'x')],
    ['a file was added', (content) => writeFileSync(path.join(content, 'notes/openebs/9.9.9.md'), 'x')],
    ['a file was taken away', (content) => rmSync(path.join(content, 'products/litmus.md'))],
    [
      'another product is in it',
      (content) =>
        cpSync(path.join(content, 'ledger/litmus'), path.join(content, 'ledger/mine'), { recursive: true }),
    ],
  ])('is no sample any more where %s', (_what, change) => {
    const content = sample();
    change(content);
    expect(standingIn(content)).toEqual({ kind: 'edited-sample' });
  });

  test('that is empty, or not there, holds nothing', () => {
    expect(standingIn(path.join(root, 'nowhere'))).toEqual({ kind: 'nothing' });
  });

  test('of somebody’s own holds products', () => {
    const content = path.join(root, 'own');
    mkdirSync(path.join(content, 'ledger/lamps'), { recursive: true });
    writeFileSync(
      path.join(content, 'ledger/lamps/policy.md'),
      '---\nmodules:\n  - repository: ../lamps\n---\n',
    );
    expect(standingIn(content)).toEqual({ kind: 'ledger', products: ['lamps'] });
  });
});

describe('in the place of the sample', () => {
  test('a new ledger stands whole, and hidden entries stay', () => {
    const content = sample();
    writeFileSync(path.join(content, '.keep'), 'mine');
    replaceSample(content, (folder) => writeFileSync(path.join(folder, 'site.md'), 'new'));
    expect(readdirSync(content).sort()).toEqual(['.keep', 'site.md']);
    expect(readFileSync(path.join(content, 'site.md'), 'utf8')).toBe('new');
    expect(readdirSync(path.dirname(content))).toEqual(['content']);
  });

  test('nothing is changed where writing fails', () => {
    const content = sample();
    const before = ledgerDigest(content);
    const fails = (folder: string): void => {
      writeFileSync(path.join(folder, 'site.md'), 'half');
      throw new Error('no room');
    };
    expect(() => replaceSample(content, fails)).toThrow('no room');
    expect(ledgerDigest(content)).toBe(before);
    expect(readdirSync(path.dirname(content))).toEqual(['content']);
  });
});
