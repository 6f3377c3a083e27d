import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sealBigLedger } from '../../bench/big-ledger/seal-ledger.ts';
import { writeBigLedger } from '../../bench/big-ledger.ts';
import { differences, type Ended, runBuild } from './command.ts';
import { EDITS, type EditedLedger, moment, NothingThere } from './ledger-edits.ts';

/** One edit of a sequence. */
export interface Step {
  edit: string;
  pick: number;
}

const SHAPE = {
  ...{ products: 2, releases: 10, changes: 3, reports: 5, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};
const EDITIONS = ['public', 'internal'];
const NOW = Date.parse('2026-09-28T10:00:00Z');

/** A small ledger of two products that is edited, below a folder. */
export function editedLedger(folder: string): EditedLedger {
  const [pool, content] = [path.join(folder, 'pool'), path.join(folder, 'content')];
  writeBigLedger(pool, SHAPE);
  sealBigLedger(pool, SHAPE);
  cpSync(pool, content, { recursive: true });
  const site = '---\nschema: 1\nname: Plants\nlead: What grew.\n---\n';
  writeFileSync(path.join(content, 'site.md'), site);
  const ledger = { content, pool, now: NOW };
  for (const pick of [4, 8]) EDITS['removeRelease']?.(ledger, pick);
  return ledger;
}

/**
 * Edits a ledger step by step, and builds both editions before the first and after each: what is built of what was there
 * has to be what is built from nothing, and what cannot be built has to fail alike. Throws with all that was done where
 * it is not so.
 */
export async function holdRegeneration(
  steps: readonly Step[],
  say: (line: string) => void = () => {},
): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'regenerate-'));
  try {
    const ledger = editedLedger(folder);
    const done = ['a new ledger'];
    await Promise.all(EDITIONS.map((edition) => begin(edition, folder, ledger)));
    for (const step of steps) {
      const what = applied(ledger, step);
      if (what === null) continue;
      done.push(`${step.edit} ${what}`);
      await holdOnce(folder, ledger, done, say);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Nothing to compare yet: what no later step changes is held against builds from nothing after each of them. */
async function begin(edition: string, folder: string, ledger: EditedLedger): Promise<void> {
  const { status, said } = await buildIn(keptIn(folder, edition), edition, ledger);
  if (status !== 0) throw new Error(`${edition}: ${said}`);
}

function keptIn(folder: string, edition: string): string {
  const kept = path.join(folder, 'kept', edition);
  mkdirSync(kept, { recursive: true });
  return kept;
}

function buildIn(place: string, edition: string, ledger: EditedLedger): Promise<Ended> {
  return runBuild(moment(ledger), [
    ...['--edition', edition, '--content', ledger.content, '--jobs', '1'],
    ...['--out', path.join(place, 'out'), '--cache', path.join(place, 'cache')],
    ...['--site', 'https://plants.example.org'],
  ]);
}

function applied(ledger: EditedLedger, { edit, pick }: Step): string | null {
  try {
    return EDITS[edit]?.(ledger, pick) ?? null;
  } catch (error) {
    if (error instanceof NothingThere) return null;
    throw error;
  }
}

async function holdOnce(
  folder: string,
  ledger: EditedLedger,
  done: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const found = await Promise.all(EDITIONS.map((edition) => wrongIn(edition, folder, ledger)));
  const wrong = found.flatMap((each) => each.wrong);
  const failed = found.flatMap((each) => each.failed);
  say(`${done.at(-1)}: ${wrong.length === 0 ? ['the same', ...failed].join(', ') : 'not the same'}`);
  if (wrong.length > 0) throw new Error([...done, ...wrong.slice(0, 20)].join('\n'));
}

interface Held {
  wrong: string[];
  /** What could not be built, neither way. */
  failed: string[];
}

async function wrongIn(edition: string, folder: string, ledger: EditedLedger): Promise<Held> {
  const [kept, fresh] = [keptIn(folder, edition), path.join(folder, 'fresh', edition)];
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const again = await buildIn(kept, edition, ledger);
  const whole = await buildIn(fresh, edition, ledger);
  if (again.status !== whole.status || (again.status !== 0 && again.said !== whole.said))
    return { wrong: [`${edition}: ${again.said} but from nothing: ${whole.said}`], failed: [] };
  if (again.status !== 0) return { wrong: [], failed: [`${edition} fails: ${again.said.split('\n')[0]}`] };
  const lines = differences(path.join(kept, 'out'), path.join(fresh, 'out'));
  return { wrong: lines.map((line) => `${edition}: ${line}`), failed: [] };
}
