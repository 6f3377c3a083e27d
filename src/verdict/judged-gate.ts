import type { Gate, Stage } from '../records/index.ts';
import type { Reason } from './control.ts';
import type { Dossier } from './dossier.ts';
import { type JudgedRuns, judgedRuns } from './judged-runs.ts';
import { type Measured, measure } from './metrics.ts';
import { type CountedRun, isCounted, runName } from './stage-runs.ts';

/** A limit, held against one run. */
export interface JudgedGate {
  stage: Stage;
  /** "still": the module that it is for did not move. */
  result: 'kept' | 'missed' | 'unknown' | 'no report' | 'still';
  reason: Reason;
}

/**
 * Holds each gate against each run of its stage: of its own module, for which a run of the whole release stands where
 * it has none, or of every module that moved and the whole release.
 */
export function judgeGates(gates: readonly Gate[], dossier: Dossier): JudgedGate[] {
  const runs = judgedRuns(dossier);
  return gates.flatMap((gate) => judgeGate(gate, runs, dossier.policy.path));
}

function judgeGate(gate: Gate, { modules, runs }: JudgedRuns, path: string): JudgedGate[] {
  if (gate.module !== undefined && !modules.some(({ id }) => id === gate.module))
    return [judged(gate, 'still', `${gate.module} did not move`, path)];
  const ofStage = runs.filter(isCounted).filter(({ stage }) => stage === gate.stage);
  const own = ofStage.filter(({ module }) => gate.module === undefined || module === gate.module);
  const held = own.length > 0 ? own : ofStage.filter(({ module }) => module === null);
  const of = gate.module === undefined ? '' : ` of ${gate.module}`;
  if (held.length === 0)
    return [judged(gate, 'no report', `there is no full report of ${gate.stage}${of}`, path)];
  return held.map((run) => holdAgainst(gate, run));
}

function holdAgainst(gate: Gate, run: CountedRun): JudgedGate {
  const { data, path } = run.counts;
  const measured = measure(gate.metric, data);
  const where = runName(run);
  if (measured.is === 'unknown') return judged(gate, 'unknown', `${where}: ${measured.because}`, path);
  const result = keeps(measured, gate) ? 'kept' : 'missed';
  return judged(gate, result, `${where} has ${measured.text}`, path);
}

function judged(gate: Gate, result: JudgedGate['result'], text: string, record: string): JudgedGate {
  const { metric, operator, limit, manager, because } = gate;
  const answers = manager === undefined ? '' : `; ${manager} answers for it`;
  const why = because === undefined ? '' : ` (${because})`;
  const rule = `gate ${gate.id}, ${metric} ${operator} ${limit}${why}`;
  return { stage: gate.stage, result, reason: { text: `${rule}: ${text}${answers}`, record } };
}

const COMPARE: Record<Gate['operator'], (value: number, limit: number) => boolean> = {
  '>=': (value, limit) => value >= limit,
  '>': (value, limit) => value > limit,
  '<=': (value, limit) => value <= limit,
  '<': (value, limit) => value < limit,
  '=': (value, limit) => value === limit,
};

function keeps({ value }: Extract<Measured, { is: 'known' }>, { operator, limit }: Gate): boolean {
  return COMPARE[operator](value, limit);
}
