import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import type { RepositoryBuilder } from '../world/index.ts';
import { checkConservation } from './check-conservation.ts';
import { TestLedger } from './test-ledger.ts';

/** A temporary folder for the tests of one file; the machine's own settings stay outside. */
export interface Workspace {
  root: string;
  ledger(name: string, product?: string): TestLedger;
  /** A ledger that one repository has been harvested into, each of its sums checked against git. */
  harvested(name: string, repo: RepositoryBuilder): Promise<TestLedger>;
}

/** Opens a workspace before the tests of a file, and removes it after them. */
export function useWorkspace(): Workspace {
  const space: Workspace = {
    root: '',
    ledger: (name, product) => new TestLedger(path.join(space.root, name), product),
    async harvested(name, repo) {
      const ledger = space.ledger(name);
      await ledger.harvest(repo);
      await checkConservation(ledger);
      return ledger;
    },
  };
  beforeAll(() => {
    space.root = mkdtempSync(path.join(os.tmpdir(), 'ledger-test-'));
    vi.stubEnv('LEDGER_CACHE', path.join(space.root, 'cache'));
    vi.stubEnv('HOME', space.root);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(space.root, { recursive: true, force: true });
  });
  return space;
}
