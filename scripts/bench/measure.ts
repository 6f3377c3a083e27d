import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { watchMemory } from './watched-memory.ts';

/** One run of a command as a whole process. */
export interface Run {
  seconds: number;
  /** Peak memory of the process in MB; null for programs that cannot be asked. */
  megabytes: number | null;
  /** Seconds of all its processors together; null for programs that cannot be asked. */
  processor: number | null;
}

/** A command to be measured, and what has to be done before each run. */
export interface Contender {
  name: string;
  command: string[];
  environment?: Record<string, string>;
  prepare?: () => unknown;
  /**
   * How its memory is known: a node process is asked when it ends; or it is watched from outside with all that it starts;
   * or not at all, for what takes so short that asking would count.
   */
  memory?: 'asked' | 'watched' | 'untold';
  /** How it may end, where that is not 0 alone. */
  exitCodes?: readonly number[];
}

/** As `npm run ledger` starts it. */
export const HEAP = ['--min-semi-space-size=16', '--max-semi-space-size=16', '--expose-gc'];

const PEAK = new URL('./peak.ts', import.meta.url).pathname;

/** Runs each contender in turn, `rounds` times over, so that a slow moment of the machine hits all of them. */
export async function measureAll(
  contenders: readonly Contender[],
  rounds: number,
): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const contender of contenders) {
      const run = await measure(contender);
      // The first round only warms the caches.
      if (round > 0) runs.get(contender.name)?.push(run);
      process.stderr.write(
        `\r\x1b[K${round === 0 ? 'warm-up' : `round ${round} of ${rounds}`}: ${contender.name}`,
      );
    }
  process.stderr.write('\r\x1b[K');
  return runs;
}

/** Runs a command once, as a whole process. */
export async function measure(contender: Contender): Promise<Run> {
  const { command, environment, prepare, memory = 'asked', exitCodes = [0] } = contender;
  prepare?.();
  const peakFile = `${process.env['TMPDIR'] ?? '/tmp'}/ledger-peak-${process.pid}`;
  const [program = '', ...args] = command;
  const isAsked = memory === 'asked' && program === process.execPath;
  const start = performance.now();
  const full = isAsked ? [...HEAP, '--import', PEAK, ...args] : args;
  const extra = { ...environment, ...(isAsked && { LEDGER_PEAK_FILE: peakFile }) };
  const ended = await finished(program, full, extra, memory === 'watched');
  if (!exitCodes.includes(ended.number ?? -1))
    throw new Error(`${command.join(' ')} ended with ${ended.number}: ${ended.errors}`);
  const seconds = (performance.now() - start) / 1000;
  if (!existsSync(peakFile)) return { seconds, megabytes: ended.megabytes, processor: null };
  const [kilobytes = 0, microseconds = 0] = readFileSync(peakFile, 'utf8').split(' ').map(Number);
  rmSync(peakFile);
  return { seconds, megabytes: kilobytes / 1024, processor: microseconds / 1_000_000 };
}

/** Output is read and thrown away, as a pipe to a reader would. */
async function finished(
  program: string,
  args: string[],
  extra: Record<string, string>,
  isWatched: boolean,
): Promise<{ number: number | null; errors: string; megabytes: number | null }> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...extra },
  });
  const endOfWatch = isWatched && child.pid !== undefined ? watchMemory(child.pid) : () => null;
  const errors: Buffer[] = [];
  child.stdout.resume();
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const number = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  return { number, errors: Buffer.concat(errors).toString(), megabytes: endOfWatch() };
}

/** The middle one of several figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
