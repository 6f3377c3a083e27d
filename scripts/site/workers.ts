import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../src/records/fault.ts';
import { addTrace } from './trace/merge-traces.ts';
import type { GrowingTrace } from './trace/trace.ts';
import { readTrace } from './trace/trace-file.ts';
import type { FromWorker, ToWorker, WorkerPlan } from './worker-messages.ts';

/** Work that is to be done: what one worker is told at once. */
export interface Batch {
  units: string[];
  prepare: string[];
}

/** How workers are run. */
export interface WorkersPlan extends WorkerPlan {
  /** How many. */
  jobs: number;
  /** A folder for what they find out. */
  found: string;
  /** Called when a batch is done, with the number of its units. */
  done?: (units: number) => void;
}

/**
 * Does all batches in processes side by side, each taking the next one when it has done one. Adds what they found out to
 * the trace. The first error ends all of them; a Fault is thrown as it was.
 */
export async function runWorkers(
  batches: readonly Batch[],
  plan: WorkersPlan,
  trace: GrowingTrace,
): Promise<void> {
  const queue = batches.values();
  const count = Math.min(plan.jobs, batches.length);
  const running = Array.from({ length: count }, (_, index) => {
    const found = path.join(plan.found, `found-${process.pid}-${index}`);
    const { jobs: _jobs, found: _found, done: _done, ...own } = plan;
    const child = fork(path.join(import.meta.dirname, 'worker.ts'), [JSON.stringify(own)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return { child, found, ended: serve(child, queue, found, plan.done) };
  });
  try {
    await Promise.all(running.map(({ ended }) => ended));
  } finally {
    for (const { child } of running) child.kill();
  }
  for (const { found } of running) {
    addTrace(trace, readTrace(found, plan.key));
    rmSync(found, { force: true });
  }
}

/** Hands one batch after the other to a worker, until there is none. */
function serve(
  child: ChildProcess,
  queue: Iterator<Batch>,
  found: string,
  done: ((units: number) => void) | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let under = 0;
    const tell = (message: ToWorker): void => void child.send(message);
    child.on('message', (message: FromWorker) => {
      if (message.is === 'failed') return reject(failure(message));
      if (message.is === 'finished') return resolve();
      if (under > 0) done?.(under);
      const next = queue.next();
      if (next.done) return tell({ do: 'finish', trace: found });
      under = next.value.units.length;
      tell({ do: 'make', ...next.value });
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      reject(
        new Fault(`a process that makes pages ended (${signal ?? code})`, {
          hint: 'Is there enough memory?',
        }),
      );
    });
  });
}

function failure({ fault, stack }: Extract<FromWorker, { is: 'failed' }>): Error {
  if (fault === null) return new Error(stack ?? 'a page could not be made');
  const { message, place, hint } = fault;
  return new Fault(message, { ...(place && { place }), ...(hint && { hint }) });
}
