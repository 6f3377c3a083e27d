import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sealBigLedger } from './big-ledger/seal-ledger.ts';
import { type LedgerShape, TEN_YEARS } from './big-ledger/shape.ts';
import { writeBigLedger } from './big-ledger.ts';
import { measureAll, median, type Run } from './measure.ts';

/** What it takes to go through a sealed ledger. */
export interface VerifyFigure {
  name: string;
  seals: number;
  /** Files below `ledger/`. */
  files: number;
  seconds: number;
  /** Seconds of all processors together; null where the program cannot be asked. */
  processor: number | null;
  megabytes: number | null;
  /** Against `sha256sum` over the same files, in the same round. */
  ratio: number;
}

const LIMIT = 'sha256sum of every file';

/** Makes a chain of so many seals and verifies it again and again: medians of `rounds`, after one to warm up. */
export async function measureVerify(seals: number, work: string, rounds: number): Promise<VerifyFigure[]> {
  const content = path.join(work, 'content');
  // Deployments of each product have a seal as well.
  const shape: LedgerShape = { ...TEN_YEARS, releases: Math.max(1, seals - TEN_YEARS.products) };
  writeBigLedger(content, shape);
  const made = sealBigLedger(content, shape);
  const files = filesBelow(path.join(content, 'ledger'));
  const list = path.join(work, 'files');
  writeFileSync(list, files.map((file) => `${file}\0`).join(''));
  const runs = await measureAll(
    [
      { name: LIMIT, command: ['sh', '-c', `xargs -0 sha256sum < '${list}'`] },
      {
        name: 'ledger verify',
        command: [process.execPath, 'scripts/start.mjs', '--content', content, 'verify'],
      },
    ],
    rounds,
  );
  return [...runs].map(([name, all]) => figureOf(name, all, runs.get(LIMIT) ?? [], made, files.length));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function figureOf(
  name: string,
  runs: readonly Run[],
  limit: readonly Run[],
  seals: number,
  files: number,
): VerifyFigure {
  return {
    name,
    seals,
    files,
    seconds: median(runs.map(({ seconds }) => seconds)),
    processor: known(
      runs.map(({ processor }) => processor),
      median,
    ),
    megabytes: known(
      runs.map(({ megabytes }) => megabytes),
      (all) => Math.max(...all),
    ),
    ratio: median(runs.map(({ seconds }, round) => seconds / (limit[round]?.seconds ?? Number.NaN))),
  };
}

function known(figures: readonly (number | null)[], of: (all: number[]) => number): number | null {
  const all = figures.filter((figure) => figure !== null);
  return all.length === 0 ? null : of(all);
}
