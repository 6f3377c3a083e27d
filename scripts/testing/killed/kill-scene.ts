import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { migrate } from '../../verbs/migrate.ts';
import { type Answer, answerOf } from '../answer.ts';
import { type Running, startCommand } from '../child.ts';
import { SEALED_AT, sealableLedger, trySeal, tryStage, tryVerify, twoReleases, well } from '../sealed.ts';
import { changedFiles } from '../snapshot.ts';
import type { TestLedger } from '../test-ledger.ts';
import { withoutFormats } from '../without-formats.ts';

const PRELOAD = new URL('./preload.ts', import.meta.url).href;

/** When a command is killed: after a time, or in a step of its writing, counted from 1. */
export type Kill = { afterMilliseconds: number } | { atStep: number };

/** A command that is killed again and again, and what it does where nobody kills it. */
export interface KillScene {
  name: string;
  ledger: TestLedger;
  args: readonly string[];
  /** The same command in this process. */
  again: () => Promise<Answer>;
  before: Map<string, string>;
  after: Map<string, string>;
  /** In milliseconds, from the start of the process on. */
  duration: number;
  /** How often it changes a file or folder. */
  steps: number;
}

/** A sealed ledger whose repository has grown, before `ledger harvest`. */
export async function harvestScene(folder: string): Promise<KillScene> {
  const ledger = await sealedOnce(folder);
  const repo = twoReleases();
  for (let number = 3; number < 15; number += 1) {
    repo.commit({ message: `feat: add part ${number} (#${number})` });
    if (number % 3 === 0) repo.tag(`v1.${number}.0`, repo.tip(), { annotated: true });
  }
  rmSync(ledger.repository, { recursive: true });
  await repo.write(ledger.repository);
  const again = () => ledger.tryHarvest({ now: SEALED_AT });
  return measured({ name: 'harvest', ledger, again, args: ['harvest', '--product', 'core'] });
}

/** A ledger with one sealed release and one that is ready, before `ledger seal`. */
export async function sealScene(folder: string): Promise<KillScene> {
  const ledger = await sealedOnce(folder);
  await well(tryStage(ledger, '1.1.0'));
  const args = ['seal', '--product', 'core', '--release', '1.1.0', '--ran-by', 'Cyra Osei'];
  return measured({ name: 'seal', ledger, args, again: () => trySeal(ledger, { release: '1.1.0' }) });
}

/** A sealed ledger whose other records do not say their format, before `ledger migrate`. */
export async function migrateScene(folder: string): Promise<KillScene> {
  const ledger = await sealedOnce(folder);
  withoutFormats(ledger);
  const again = () => answerOf((console) => migrate({ content: ledger.content }, console));
  return measured({ name: 'migrate', ledger, args: ['migrate'], again });
}

async function sealedOnce(folder: string): Promise<TestLedger> {
  const ledger = await sealableLedger(folder);
  await well(trySeal(ledger, { release: '1.0.0' }));
  return ledger;
}

type Command = Pick<KillScene, 'name' | 'ledger' | 'args' | 'again'>;

async function measured(command: Command): Promise<KillScene> {
  const { ledger } = command;
  const before = ledger.state();
  // The first run fills the caches of compiled code, which the killed ones find filled.
  await well(start(command).answer);
  restore(ledger, before);
  const started = performance.now();
  const { said } = await well(start(command).answer);
  const duration = performance.now() - started;
  const steps = Number(/steps: (\d+)/.exec(said)?.[1]);
  return { ...command, before, after: ledger.state(), duration, steps };
}

/** Kills the command once, and gives what is wrong afterwards: nothing, if all is well. */
export async function killOnce(scene: KillScene, kill: Kill): Promise<string[]> {
  const { ledger, before, after } = scene;
  restore(ledger, before);
  const { child, answer } = start(scene, 'atStep' in kill ? kill.atStep : 0);
  if ('afterMilliseconds' in kill) {
    await wait(kill.afterMilliseconds);
    child.kill('SIGKILL');
  }
  await answer;
  const checked = await tryVerify(ledger);
  const [left, state] = [leftovers(ledger), ledger.state()];
  const again = await scene.again();
  return [
    ...(checked.code === 0 ? [] : [`verify says no: ${checked.printed}${checked.said}`]),
    ...left.map((name) => `${name} was left`),
    ...halfWritten(state, before, after),
    ...(again.code === 0 ? [] : [`once more ends with ${again.code}: ${again.said}`]),
    ...changedFiles(after, ledger.state()).map((file) => `${file} is another after once more`),
  ];
}

function halfWritten(state: Map<string, string>, ...whole: Map<string, string>[]): string[] {
  const differences = whole.map((each) => changedFiles(each, state));
  if (differences.some(({ length }) => length === 0)) return [];
  return [`half written: ${differences.map((files) => files.join(', ')).join(' / ')}`];
}

function leftovers({ content }: TestLedger): string[] {
  return readdirSync(content).filter((name) => name.startsWith('.'));
}

/** Starts the real command with its clock stopped. */
function start({ ledger, args }: Pick<KillScene, 'ledger' | 'args'>, killAt = 0): Running {
  const environment = {
    NODE_OPTIONS: `--import=${PRELOAD}`,
    LEDGER_TEST_NOW: String(Date.parse(SEALED_AT)),
    LEDGER_TEST_KILL_AT: String(killAt),
    LEDGER_CACHE: path.join(ledger.folder, 'memory'),
  };
  return startCommand(['--content', ledger.content, ...args], { folder: ledger.folder, environment });
}

/** Puts a ledger back to a state, and lets the command forget what it remembers. */
function restore(ledger: TestLedger, state: Map<string, string>): void {
  rmSync(ledger.content, { recursive: true, force: true });
  rmSync(path.join(ledger.folder, 'memory'), { recursive: true, force: true });
  for (const [file, text] of state) {
    mkdirSync(path.dirname(ledger.file(file)), { recursive: true });
    writeFileSync(ledger.file(file), text, 'latin1');
  }
}
