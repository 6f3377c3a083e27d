import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fuzz } from './testing/fuzz/fuzz.ts';
import { allParsers } from './testing/fuzz/parsers.ts';
import { harvestScene, type Kill, type KillScene, killOnce, sealScene } from './testing/killed/kill-scene.ts';

/** The long forms of what `npm test` does in short. A seed as argument repeats a night. */
const CASES = 100_000;
const KILLS = 200;

// 1. What is random tonight.
const seed = Number(process.argv[2] ?? Date.now() % 2 ** 31);
say(`seed ${seed}: npm run nightly -- ${seed}`);
let failed = 0;

// 2. Damaged files, the same number for every parser.
const parsers = allParsers();
const each = Math.ceil(CASES / parsers.length);
for (const parser of parsers)
  await attempt(`${each} damaged files: ${parser.name}`, () => fuzz(parser, { seed, cases: each }));

// 3. Commands that are killed: at any time, and in each step of their writing.
const folder = mkdtempSync(path.join(os.tmpdir(), 'nightly-'));
process.env.LEDGER_CACHE = path.join(folder, 'cache');
try {
  for (const make of [harvestScene, sealScene]) {
    const scene = await make(path.join(folder, make.name));
    const random = randomFrom(seed);
    const times = Array.from({ length: KILLS / 2 }, () => ({
      afterMilliseconds: scene.duration * (0.1 + random()),
    }));
    const steps = Array.from({ length: scene.steps }, (_, index) => ({ atStep: index + 1 }));
    await attempt(`${times.length} kills of ${scene.name}, at any time`, () => killAll(scene, times));
    await attempt(`${steps.length} kills of ${scene.name}, in each step`, () => killAll(scene, steps));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(failed === 0 ? 'all held' : `${failed} did not hold`);
process.exitCode = failed === 0 ? 0 : 1;

async function killAll(scene: KillScene, kills: readonly Kill[]): Promise<void> {
  for (const kill of kills) {
    const wrong = await killOnce(scene, kill);
    if (wrong.length > 0) throw new Error(`${JSON.stringify(kill)}: ${wrong.join('\n')}`);
  }
}

async function attempt(what: string, work: () => void | Promise<void>): Promise<void> {
  const started = performance.now();
  try {
    await work();
    say(`✓ ${what} (${Math.round(performance.now() - started)} ms)`);
  } catch (error) {
    failed += 1;
    say(`✗ ${what}\n${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Numbers from 0 up to 1 that a seed determines (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
