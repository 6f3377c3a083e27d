import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../store/process-alive.ts';
import { sharedFolder } from '../testing/shared-folder.ts';
import { buildInto, testContent } from './built-editions.ts';

const POLL_MS = 200;

/**
 * Where an edition of the tests' ledger is: built by whoever asks first, for all files of tests. It is only read; who
 * has to change something of it builds an edition of their own.
 */
export async function sampleEdition(edition: 'public' | 'internal'): Promise<string> {
  const folder = path.join(sharedFolder(), 'editions');
  const [whole, claim] = [path.join(folder, edition), path.join(folder, `${edition}.claim`)];
  mkdirSync(folder, { recursive: true });
  while (!existsSync(whole)) {
    if (!claimed(claim)) await wait(POLL_MS);
    // Whoever had the claim before may have been done just now.
    else if (!existsSync(whole)) await make(edition, whole, claim);
  }
  return whole;
}

/** Built aside: what has its name is whole. Who waits tries for themselves where it fails, and says the same. */
async function make(edition: string, whole: string, claim: string): Promise<void> {
  const aside = `${whole}.unfinished`;
  try {
    rmSync(aside, { recursive: true, force: true });
    renameSync(await buildInto(aside, edition, testContent()), whole);
  } finally {
    rmSync(aside, { recursive: true, force: true });
    rmSync(claim, { force: true });
  }
}

/** True where the claim is this process's now. One of a process that is gone counts for nothing. */
function claimed(claim: string): boolean {
  try {
    writeFileSync(claim, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const owner = ownerOf(claim);
  if (owner !== null && !isAlive(owner)) rmSync(claim, { force: true });
  return false;
}

/** Null where it is not known: not written yet, or taken back. */
function ownerOf(claim: string): number | null {
  try {
    return Number(readFileSync(claim, 'utf8')) || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}
