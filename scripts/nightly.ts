import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sequences } from './site/testing/edit-sequences.ts';
import { holdKill } from './site/testing/hold-kill.ts';
import { holdRegeneration } from './site/testing/regenerated.ts';
import { twoStates } from './site/testing/two-states.ts';
import { fuzz } from './testing/fuzz/fuzz.ts';
import { allParsers } from './testing/fuzz/parsers.ts';
import { harvestScene, type Kill, type KillScene, killOnce, sealScene } from './testing/killed/kill-scene.ts';

/** The long forms of what `npm test` does in short. A seed as argument repeats a night. */
const CASES = 100_000;
const KILLS = 200;
/** Sequences of edits, each so long, after which the site is built. */
const SEQUENCES = 20;
const EDITS = 15;
const SITE_KILLS = 50;

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

// 4. The site, built again and again of a ledger that is edited, and builds of it that are killed.
for (const [index, steps] of sequences({ seed, count: SEQUENCES, length: EDITS }).entries())
  await attempt(`${EDITS} edits between builds, sequence ${index}`, () => holdRegeneration(steps));
for (const edition of ['public', 'internal'] as const)
  await attempt(`${SITE_KILLS} kills of a build of the ${edition} edition`, () => killBuilds(edition));
say(failed === 0 ? 'all held' : `${failed} did not hold`);
process.exitCode = failed === 0 ? 0 : 1;

async function killAll(scene: KillScene, kills: readonly Kill[]): Promise<void> {
  for (const kill of kills) {
    const wrong = await killOnce(scene, kill);
    if (wrong.length > 0) throw new Error(`${JSON.stringify(kill)}: ${wrong.join('\n')}`);
  }
}

async function killBuilds(edition: 'public' | 'internal'): Promise<void> {
  const states = await twoStates(edition);
  const random = randomFrom(seed);
  try {
    for (let kill = 0; kill < SITE_KILLS; kill += 1) {
      const part = 0.2 + random() * 0.9;
      const wrong = await holdKill(states, part);
      if (wrong.length > 0) throw new Error([`killed after ${part} of its time`, ...wrong].join('\n'));
    }
  } finally {
    rmSync(states.folder, { recursive: true, force: true });
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
