import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeBigLedger } from '../../bench/big-ledger.ts';
import { differences, runBuild, startBuild } from './command.ts';

/** A ledger in one of two states, each with the edition that a build from nothing makes of it. */
export interface TwoStates {
  folder: string;
  out: string;
  cache: string;
  content: string;
  whole: readonly [string, string];
  options: readonly string[];
  /** Milliseconds that a build takes which makes some pages anew. */
  duration: number;
  become(state: 0 | 1): void;
  /** What is wrong in the output for a state. */
  wrong(state: 0 | 1): string[];
}

export const NOW = '2026-09-28T10:00:00Z';

const SHAPE = {
  ...{ products: 1, releases: 3, changes: 2, reports: 2, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};
const NOTE = 'notes/aster/1.1.0.md';

/** Builds both states; `out` has the first one. */
export async function twoStates(edition: 'public' | 'internal'): Promise<TwoStates> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'states-'));
  const inside = (name: string): string => path.join(folder, name);
  const [content, out, cache] = [inside('content'), inside('out'), inside('cache')];
  writeBigLedger(content, SHAPE);
  const options = ['--edition', edition, '--content', content, '--jobs', '1', '--cache', cache];
  const note = readFileSync(path.join(content, NOTE), 'utf8');
  const become = (state: 0 | 1): void =>
    writeFileSync(path.join(content, NOTE), state === 0 ? note : note.replace('Show', 'Tell'));
  const whole = [inside('first'), inside('second')] as const;
  const build = async (place: string): Promise<void> => {
    const { status, said } = await runBuild(NOW, [...options, '--out', place]);
    if (status !== 0) throw new Error(said);
  };
  become(1);
  await build(out);
  cpSync(out, whole[1], { recursive: true });
  rmSync(out, { recursive: true });
  rmSync(cache, { recursive: true });
  become(0);
  await build(out);
  cpSync(out, whole[0], { recursive: true });
  become(1);
  const started = performance.now();
  await build(out);
  const duration = performance.now() - started;
  become(0);
  await build(out);
  return {
    ...{ folder, out, cache, content, whole, duration, become },
    options: [...options, '--out', out],
    wrong: (state) => differences(out, whole[state]),
  };
}

/** Starts a build, and kills it with all that it started after a time. */
export async function killBuild({ options }: TwoStates, milliseconds: number): Promise<void> {
  const { child, ended } = startBuild(NOW, options);
  const timer = setTimeout(() => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }, milliseconds);
  await ended;
  clearTimeout(timer);
}
