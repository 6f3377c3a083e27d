import type { Gate } from '../../records/index.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { type JudgedGate, judgeGates } from '../../verdict/judged-gate.ts';
import { scanDoubt } from '../../verdict/scan-age.ts';
import type { StageRun } from '../../verdict/stage-runs.ts';
import type { MarkView } from '../mark-view.ts';
import { anchorOf } from '../record-anchor.ts';
import { CELL_MARKS, GATE_MARKS, STAGE_WORDS } from '../stage-texts.ts';
import { plainTimes } from '../verdict/plain-times.ts';
import { type AttemptView, attemptLine, attemptView, type EvidenceLinks } from './attempt-view.ts';
import { chartBlock } from './chart-block.ts';
import { coverageBlock } from './coverage-block.ts';
import { imageBlock } from './image-block.ts';
import { figuresBlock, loadBlock, stepsBlock } from './load-block.ts';
import type { MeasuredBlock } from './measured-block.ts';
import { bindingOf, runState } from './run-state.ts';
import { type EarlierScan, scanBlock } from './scan-block.ts';
import { stageOf } from './stage-names.ts';
import { testsBlock } from './tests-block.ts';

/** A limit of the policy on this stage. */
export interface GateView {
  mark: MarkView;
  /** The word on a feature that it guards; null for one that guards the release. */
  word: string | null;
  text: string;
}

/** The page of a stage of one module, or of the whole release. */
export interface StagePageView {
  number: string;
  name: string;
  module: string | null;
  state: MarkView;
  /** "attempt 2 of 3" of the one that counts. */
  attempt: string;
  /** Why it is not of what ships; null where it is. */
  binding: { mark: MarkView; because: string } | null;
  /** Failures and doubts of the attempt that counts. */
  reasons: string[];
  gates: GateView[];
  /** What it is compared with. */
  compared: string;
  blocks: MeasuredBlock[];
  /** The one that counts and the newest ones, the newest first. */
  attempts: AttemptView[];
  /** Attempts for which there is no room, a line each. */
  earlier: { anchor: string; line: string }[];
}

/** Attempts with everything that was filed of them, beside the one that counts. */
const ATTEMPTS = 4;
/** Reasons on top of the page; the attempt that counts has them all. */
const REASONS = 10;

/** Everything that is known of a run; `before` is what an earlier release measured at the same stage. */
export function stagePageView(
  run: StageRun,
  dossier: Dossier,
  before: EarlierScan | null,
  links: EvidenceLinks,
): StagePageView {
  const { timeZone } = dossier.policy.data;
  const shown = (run.counts ?? run.attempts.at(-1))?.data;
  const { number, name } = stageOf(run.stage);
  const words = (text: string): string => plainTimes(text, timeZone);
  const binding = bindingOf(run, dossier);
  const newest = [...run.attempts].reverse();
  const shownAttempts = newest.filter((attempt, index) => index < ATTEMPTS || attempt === run.counts);
  const doubt = shown === undefined ? null : scanDoubt(shown);
  return {
    number,
    name,
    module: run.module,
    state: CELL_MARKS[runState(run)],
    attempt: STAGE_WORDS.attempt(shown?.attempt ?? 1, run.attempts.length),
    binding: binding && { ...binding, because: words(binding.because) },
    reasons: [...(doubt === null ? [] : [doubt]), ...(shown?.reasons ?? [])].slice(0, REASONS).map(words),
    gates: gatesOf(run, dossier).map((gate) => ({ ...gate, text: words(gate.text) })),
    compared: before === null ? STAGE_WORDS.notCompared : STAGE_WORDS.compared(before.version),
    blocks: shown === undefined ? [] : blocksOf(shown, before, timeZone),
    attempts: shownAttempts.map((attempt) => attemptView(attempt, run.counts, timeZone, links)),
    earlier: newest
      .filter((attempt) => !shownAttempts.includes(attempt))
      .map((attempt) => ({ anchor: anchorOf('attempt', attempt.path), line: attemptLine(attempt) })),
  };
}

/** A limit that a feature misses keeps no release back: it only keeps the feature from its word. */
function gateMark({ guards, feature }: Gate, result: JudgedGate['result']): Omit<GateView, 'text'> {
  const mark = GATE_MARKS[result];
  if (guards === 'blessing') return { mark, word: null };
  const kind = mark.kind === 'danger' ? 'quiet' : mark.kind;
  return { mark: { ...mark, kind }, word: STAGE_WORDS.guards(guards, feature) };
}

function blocksOf(
  report: EarlierScan['report'],
  before: EarlierScan | null,
  timeZone: string,
): MeasuredBlock[] {
  const past = before?.report ?? null;
  return [
    ...testsBlock(report, past),
    ...coverageBlock(report, past),
    ...scanBlock(report, before, timeZone),
    ...imageBlock(report, before, timeZone),
    ...chartBlock(report),
    ...loadBlock(report, past),
    ...stepsBlock(report, timeZone),
    ...figuresBlock(report, past),
  ];
}

/** Limits on this stage that hold this run, and no other module's. */
function gatesOf(run: StageRun, dossier: Dossier): GateView[] {
  const own = run.counts?.path;
  const gates = dossier.policy.data.gates.filter(({ stage }) => stage === run.stage);
  return gates.flatMap((gate) =>
    judgeGates([gate], dossier)
      .filter(({ reason }) => reason.record === own)
      .map(({ result, reason }) => ({ ...gateMark(gate, result), text: reason.text })),
  );
}
