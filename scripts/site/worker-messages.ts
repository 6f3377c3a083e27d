import type { Fault } from '../../src/records/fault.ts';
import type { WorkshopPlan } from './workshop.ts';

/** What a worker is started with. */
export interface WorkerPlan extends WorkshopPlan {
  /** Where its pages go. */
  out: string;
  /** The edition as it is; null where nothing of it stays. */
  before: string | null;
  /** Routes that hand something to their pages. */
  handing: string[];
}

/** What a worker is told. */
export type ToWorker =
  | { do: 'make'; units: string[] /** Releases of which values are to be kept. */; prepare: string[] }
  | { do: 'finish' /** Where to write what it found out. */; trace: string };

/** What a worker says. */
export type FromWorker =
  | { is: 'ready' }
  | { is: 'finished' }
  | {
      is: 'failed';
      /** Null for an error that no record is to blame for. */
      fault: { message: string; place: Fault['place']; hint: Fault['hint'] } | null;
      stack: string | null;
    };
