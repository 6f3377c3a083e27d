import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TestLedger } from '../testing/test-ledger.ts';
import { neutralEnvironment } from '../world/git.ts';

const RELEASED = fileURLToPath(new URL('released/', import.meta.url));

/** Versions of this tool that a ledger was frozen of. */
export function releasedVersions(): string[] {
  return readdirSync(RELEASED).sort();
}

/** The folder of what a version wrote. */
export function releasedFolder(version: string): string {
  return path.join(RELEASED, version);
}

/** A copy of the ledger that a version wrote, with the repository that it was harvested from. */
export function releasedLedger(version: string, folder: string): TestLedger {
  const ledger = new TestLedger(folder, 'core');
  cpSync(path.join(releasedFolder(version), 'content'), ledger.content, { recursive: true });
  mkdirSync(ledger.repository, { recursive: true });
  const git = (args: string[], input?: Buffer): Buffer =>
    execFileSync('git', ['-C', ledger.repository, ...args], {
      env: neutralEnvironment(),
      input,
      stdio: 'pipe',
    });
  git(['init', '--quiet', '--bare', '--initial-branch=master']);
  git(['fast-import', '--quiet'], readFileSync(path.join(releasedFolder(version), 'repository.export')));
  return ledger;
}
