// Makes pages beside others: told what by the process that started it, one batch after the other.
import { Fault } from '../../src/records/fault.ts';
import { asFault } from './as-fault.ts';
import { prepare } from './render/made-units.ts';
import { pageWriter } from './render/page-writer.ts';
import { unitOf } from './render/units.ts';
import { emptyTrace } from './trace/trace.ts';
import { writeTrace } from './trace/trace-file.ts';
import type { FromWorker, ToWorker, WorkerPlan } from './worker-messages.ts';
import { makerIn, openWorkshop } from './workshop.ts';

const plan = JSON.parse(process.argv[2] ?? '') as WorkerPlan;

function say(message: FromWorker): void {
  process.send?.(message);
}

try {
  const workshop = await openWorkshop(plan);
  const { before, work, inputs, kept } = workshop;
  const found = emptyTrace(plan.key, before.ids);
  const maker = makerIn(workshop, plan.settings, plan.handing, pageWriter(plan.out, plan.before));
  process.on('message', (message: ToWorker) => {
    take(message).catch((error: unknown) => fail(error));
  });
  const take = async (message: ToWorker): Promise<void> => {
    if (message.do === 'finish') {
      kept.flush();
      // What was known before is known to whoever started this process.
      writeTrace(message.trace, { ...found, nodes: work.newNodes(), inputs: inputs.settled() });
      say({ is: 'finished' });
      process.disconnect();
      return;
    }
    for (const release of message.prepare) prepare(work, release);
    for (const id of message.units) found.units.set(id, await maker.make(unitOf(id)));
    say({ is: 'ready' });
  };
  say({ is: 'ready' });
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  const fault = asFault(error);
  if (fault instanceof Fault) {
    const { message, place, hint } = fault;
    say({ is: 'failed', fault: { message, place, hint }, stack: null });
  } else say({ is: 'failed', fault: null, stack: String((error as Error)?.stack ?? error) });
  process.disconnect?.();
}
