import { STAGES, type Stage } from '../records/index.ts';
import type { Reason } from './control.ts';
import type { Dossier } from './dossier.ts';
import { type JudgedRuns, judgedRuns } from './judged-runs.ts';
import { scanDoubt } from './scan-age.ts';
import { type CountedRun, isCounted, runName, type StageRun } from './stage-runs.ts';
import { counted } from './wording.ts';

/** What became of stages, as reasons. */
export interface StageFindings {
  failures: Reason[];
  doubts: Reason[];
  passed: Reason[];
}

/**
 * What became of each of these stages. A run of the whole release stands for each module that has no run of its own;
 * where both are there, both count.
 */
export function stageFindings(stages: readonly Stage[], dossier: Dossier): StageFindings {
  const judged = judgedRuns(dossier);
  const parts = stages.map((stage) => findingsOf(stage, judged));
  return {
    failures: parts.flatMap(({ failures }) => failures),
    doubts: parts.flatMap(({ doubts }) => doubts),
    passed: parts.flatMap(({ passed }) => passed),
  };
}

function findingsOf(stage: Stage, { modules, runs }: JudgedRuns): StageFindings {
  const ofStage = runs.filter((run) => run.stage === stage);
  const full = ofStage.filter(isCounted);
  const isWhole = full.some(({ module }) => module === null);
  const without = isWhole ? [] : modules.filter(({ id }) => !full.some(({ module }) => module === id));
  const judged = full.map(judgeRun);
  const reasonsOf = (result: Result): Reason[] =>
    judged.flatMap((run) => (run.result === result ? run.reason : []));
  return {
    failures: reasonsOf('failed'),
    doubts: [...without.map(({ id }) => missing(stage, id, ofStage)), ...reasonsOf('unproven')],
    passed: reasonsOf('passed'),
  };
}

type Result = 'passed' | 'failed' | 'unproven';

/** No full run of a module's own, and none of the whole release. */
function missing(stage: Stage, module: string, ofStage: readonly StageRun[]): Reason {
  const { number, name } = STAGES.find(({ id }) => id === stage) ?? { number: '', name: stage };
  const parts = ofStage
    .filter((run) => run.module === module || run.module === null)
    .flatMap(({ attempts }) => attempts);
  const found =
    parts.length === 0 ? 'no report' : `no full run, only ${counted(parts.length, 'run')} of a part`;
  return { text: `stage ${number} (${name}) of ${module} has ${found}`, record: parts.at(-1)?.path ?? null };
}

function judgeRun(run: CountedRun): { result: Result; reason: Reason } {
  const { data, path } = run.counts;
  const doubt = data.result === 'passed' ? scanDoubt(data) : null;
  const result = doubt === null ? data.result : 'unproven';
  const said = doubt ?? data.reasons?.join('; ') ?? '';
  const attempt = `${runName(run)}: attempt ${data.attempt} of ${data.ranAt} ${RESULTS[result]}`;
  return {
    result,
    reason: { text: `${attempt}${said === '' ? '' : `: ${said}`}${partsAfter(run)}`, record: path },
  };
}

const RESULTS: Record<Result, string> = { passed: 'passed', failed: 'failed', unproven: 'is unproven' };

/** Said, so that nobody takes a later green run of a part for the stage. */
function partsAfter({ counts, attempts }: CountedRun): string {
  const later = attempts.filter(({ data }) => !data.full && data.attempt > counts.data.attempt);
  return later.length === 0 ? '' : ` (${counted(later.length, 'later run')} of a part only)`;
}
