import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const VARIABLE = 'LEDGER_TEST_SHARED';

/**
 * Runs before the first test: until the run ends, a folder is there for what is made once and only read by all files of
 * tests.
 */
export function setup(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-shared-'));
  process.env[VARIABLE] = folder;
  // Much of a short command is reading its own code: what one process compiled, the next one takes.
  process.env['NODE_COMPILE_CACHE'] = path.join(folder, 'compiled');
  // Not before: processes that run tests write what they compiled when they end, after the last test.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** The folder that all files of tests of this run share. */
export function sharedFolder(): string {
  const folder = process.env[VARIABLE];
  if (folder === undefined) throw new Error('tests run by vitest, which makes the folder that they share');
  return folder;
}
