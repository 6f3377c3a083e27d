import type { Dossier } from './dossier.ts';
import { type ShippingModule, shippingOf } from './shipping.ts';
import { type StageRun, stageRuns } from './stage-runs.ts';

/** The runs that a release is judged by. */
export interface JudgedRuns {
  /** What has to be shown to be good. */
  modules: readonly ShippingModule[];
  /** Runs of those modules and of the whole release; what is of anything else proves nothing here. */
  runs: readonly StageRun[];
}

/** The runs of the modules that moved and of the whole release, partial ones included. */
export function judgedRuns(dossier: Dossier): JudgedRuns {
  const { judged } = shippingOf(dossier);
  const ids = new Set(judged.map(({ id }) => id));
  const runs = stageRuns(dossier.stages).filter(({ module }) => module === null || ids.has(module));
  return { modules: judged, runs };
}
