import type { Stage, StageReport } from '../records/index.ts';
import type { Recorded } from './dossier.ts';

/** All attempts at one stage of one module, or of the whole release. */
export interface StageRun {
  stage: Stage;
  /** Null for the whole release. */
  module: string | null;
  /** The attempt that counts: the latest full one. Null where only parts were run. */
  counts: Recorded<StageReport> | null;
  /** In order; all are kept. */
  attempts: readonly Recorded<StageReport>[];
}

/** A stage whose attempt counts. */
export type CountedRun = StageRun & { counts: Recorded<StageReport> };

const WORST_LAST: Record<StageReport['result'], number> = { passed: 0, unproven: 1, failed: 2 };

/**
 * Groups reports into runs. A run of a part never stands for the stage, however late it came; a check after a deployment
 * belongs to that deployment and is no attempt at the stage.
 */
export function stageRuns(reports: readonly Recorded<StageReport>[]): StageRun[] {
  const before = reports.filter(({ data }) => data.environment === undefined);
  const groups = Map.groupBy(before, ({ data }) => `${data.stage} ${data.module ?? ''}`);
  return [...groups.values()].map((group) => {
    const attempts = [...group].sort(byAttempt);
    const { stage, module = null } = (attempts[0] as Recorded<StageReport>).data;
    return { stage, module, counts: attempts.findLast(({ data }) => data.full) ?? null, attempts };
  });
}

/** Runs whose attempt counts. */
export function countedRuns(reports: readonly Recorded<StageReport>[]): CountedRun[] {
  return stageRuns(reports).filter(isCounted);
}

/** Whether there was a full attempt. */
export function isCounted(run: StageRun): run is CountedRun {
  return run.counts !== null;
}

/** "unit-tests of lantern-api", "integration". */
export function runName({ stage, module }: Pick<StageRun, 'stage' | 'module'>): string {
  return module === null ? stage : `${stage} of ${module}`;
}

/** Two reports that claim to be the same attempt: the worse one counts. */
function byAttempt({ data: left }: Recorded<StageReport>, { data: right }: Recorded<StageReport>): number {
  return left.attempt - right.attempt || WORST_LAST[left.result] - WORST_LAST[right.result];
}
