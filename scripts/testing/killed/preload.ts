import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded into a real command before its own code: stops its clock at LEDGER_TEST_NOW (milliseconds), and ends it, as a
 * power cut would, in its step number LEDGER_TEST_KILL_AT. A step is a change of a file or folder; of a file that is
 * written, half of the bytes arrive. Says the number of steps at the end.
 */
const STEPS = ['mkdirSync', 'writeFileSync', 'writeSync', 'renameSync', 'rmSync'] as const;

function stopClock(now: number): void {
  Date.now = () => now;
}

function countSteps(killAt: number): void {
  let step = 0;
  for (const name of STEPS) {
    const original = fs[name] as (...args: unknown[]) => unknown;
    const counted = (...args: unknown[]): unknown => {
      step += 1;
      if (step === killAt) {
        if (name === 'writeFileSync') original(args[0], halfOf(args[1]));
        process.kill(process.pid, 'SIGKILL');
      }
      return original(...args);
    };
    Object.assign(fs, { [name]: counted });
  }
  syncBuiltinESMExports();
  process.on('exit', () => process.stderr.write(`steps: ${step}\n`));
}

function halfOf(data: unknown): string | Uint8Array {
  const bytes = Buffer.from(data as string);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
}

stopClock(Number(process.env.LEDGER_TEST_NOW));
countSteps(Number(process.env.LEDGER_TEST_KILL_AT ?? '0'));
