import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Seal } from '../../../src/records/index.ts';
import type { Progress } from '../../report.ts';
import { PlainFiles } from '../../store/plain-files.ts';
import { checkSeal } from './check-seal.ts';
import type { StoredSeal } from './seals-on-disk.ts';
import type { VerifyFinding } from './verify-finding.ts';

/** What became of a seal: what it fixes, as far as other checks need it, and what is wrong with it. */
export interface SealOutcome {
  /** Null for one that cannot be read. */
  seal: SealInShort | null;
  findings: VerifyFinding[];
}

/** A seal without what only its own check needs. */
export type SealInShort = Pick<Seal, 'kind' | 'product' | 'version'> & { files: readonly string[] };

/** What one thread checks. */
export interface SealShare {
  content: string;
  seals: readonly StoredSeal[];
}

/** Below this, starting threads costs more than it gains. */
const SEALS_PER_THREAD = 200;

/** More threads than this wait for the disk and for each other. */
const MOST_THREADS = 4;

/** Holds every seal against the files that it fixes, on as many processors as there are; in the order of the seals. */
export async function checkSeals(
  content: string,
  seals: readonly StoredSeal[],
  progress: Progress,
  threads = threadsFor(seals.length),
): Promise<SealOutcome[]> {
  const size = Math.ceil(seals.length / threads);
  const shares = Array.from({ length: threads - 1 }, (_, index) =>
    inThread({ content, seals: seals.slice((index + 1) * size, (index + 2) * size) }),
  );
  const own = checkShare({ content, seals: seals.slice(0, size) }, (done) =>
    progress.step('Verifying', done * threads, seals.length),
  );
  const others = await Promise.all(shares);
  progress.end();
  return [own, ...others].flat();
}

function threadsFor(seals: number): number {
  return Math.max(1, Math.min(Math.ceil(seals / SEALS_PER_THREAD), MOST_THREADS, availableParallelism()));
}

/** Checks seals one after the other. */
export function checkShare({ content, seals }: SealShare, step: (done: number) => void): SealOutcome[] {
  const plain = new PlainFiles(content);
  return seals.map((stored, index) => {
    step(index + 1);
    const { seal, findings } = checkSeal(plain, stored);
    return { seal: seal && inShort(seal), findings };
  });
}

function inShort({ kind, product, version, files }: Seal): SealInShort {
  return { kind, product, ...(version !== undefined && { version }), files: files.map(({ path }) => path) };
}

function inThread(share: SealShare): Promise<SealOutcome[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./check-share.ts', import.meta.url), { workerData: share });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`a thread that verifies ended with ${code}`)));
  });
}
