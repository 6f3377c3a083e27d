import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HarvestStamp } from './stamp.ts';

let root: string;
let stamp: HarvestStamp;

function file(name: string): string {
  return path.join(root, 'content', name);
}

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-stamp-'));
  vi.stubEnv('LEDGER_CACHE', path.join(root, 'cache'));
  for (const name of ['ledger/core/policy.md', 'notes/core/1.0.0.md', 'products/core.md']) {
    fs.mkdirSync(path.dirname(file(name)), { recursive: true });
    fs.writeFileSync(file(name), 'one');
  }
  stamp = new HarvestStamp(path.join(root, 'content'), 'core');
});

afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(root, { recursive: true, force: true });
});

test('the same inputs and files give the result that was kept, again and again', () => {
  expect(stamp.recall('inputs')).toBeNull();
  stamp.remember('inputs', { releases: 3 });
  expect(stamp.recall('inputs')).toEqual({ releases: 3 });
  expect(stamp.recall('inputs')).toEqual({ releases: 3 });
  expect(stamp.recall('others')).toBeNull();
  expect(new HarvestStamp(path.join(root, 'content'), 'other').recall('inputs')).toBeNull();
});

test.each<[string, () => void]>([
  ['changed at once, to text of the same length', () => fs.writeFileSync(file('notes/core/1.0.0.md'), 'two')],
  ['that keeps its old times', () => keepingTimes(() => fs.writeFileSync(file('products/core.md'), 'two'))],
  ['added', () => fs.writeFileSync(file('notes/core/1.1.0.md'), 'one')],
  ['removed', () => fs.rmSync(file('products/core.md'))],
  ['renamed', () => fs.renameSync(file('notes/core/1.0.0.md'), file('notes/core/1.0.1.md'))],
  [
    'that another one was put into the place of',
    () => {
      fs.writeFileSync(file('draft'), 'two');
      fs.renameSync(file('draft'), file('ledger/core/policy.md'));
    },
  ],
])('a file %s is something new', (_name, change) => {
  stamp.remember('inputs', 'result');
  change();
  expect(stamp.recall('inputs')).toBeNull();
});

test('files of other products are nothing new', () => {
  stamp.remember('inputs', 'result');
  fs.mkdirSync(file('notes/other'));
  fs.writeFileSync(file('notes/other/1.0.0.md'), 'one');
  expect(stamp.recall('inputs')).toBe('result');
});

test('a ledger whose clock does not go on is read again', () => {
  const frozen = fs.statSync(file('products/core.md'));
  const clock = vi.spyOn(fs, 'statSync').mockReturnValue(frozen);
  stamp.remember('inputs', 'result');
  clock.mockRestore();
  expect(stamp.recall('inputs')).toBeNull();
});

/** As a copy does that keeps when its source was changed. */
function keepingTimes(change: () => void): void {
  const { atime, mtime } = fs.statSync(file('products/core.md'));
  change();
  fs.utimesSync(file('products/core.md'), atime, mtime);
}
