import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOOL } from '../store/cache-folder.ts';
import { writeReleasedLedger } from './released-ledger.ts';
import { toldBy } from './told-ledger.ts';

/**
 * Freezes a ledger as this version of the tool writes it: `node scripts/migrate/make-released.ts`, once, before a version
 * is released. Later versions must read it; nobody writes it anew.
 */
const { version } = JSON.parse(readFileSync(path.join(TOOL, 'package.json'), 'utf8')) as { version: string };
const target = fileURLToPath(new URL(`released/${version}/`, import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-released-'));
try {
  const ledger = await writeReleasedLedger(folder);
  cpSync(ledger.content, path.join(target, 'content'), { recursive: true, errorOnExist: true, force: false });
  const history = execFileSync('git', ['-C', ledger.repository, 'fast-export', '--all'], {
    encoding: 'utf8',
  });
  writeFileSync(path.join(target, 'repository.export'), history);
  writeFileSync(path.join(target, 'expected.json'), `${JSON.stringify(await toldBy(ledger), null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
