import type { Progress } from '../../report.ts';
import type { MachineFacts } from '../facts/machine.ts';

/** A machine on which nothing is amiss. */
export const NO_TROUBLE: MachineFacts = {
  node: '24.21.0',
  nodeWanted: '24.21.0',
  git: '2.39.5',
  caches: [{ folder: '/cache', writable: true }],
  killedBuilds: [],
};

/** Nobody looks. */
export const QUIET: Progress = { step() {}, say() {}, end() {} };
