import type { Dossier } from '../../verdict/dossier.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { MarkView } from '../mark-view.ts';
import { momentOf, type TimeView } from '../time-view.ts';
import { VERDICT, VERDICT_MARKS, verdictSentence } from '../verdict-texts.ts';
import { type ControlView, controlView } from './control-view.ts';
import { recordLinks } from './record-links.ts';
import { type Standing, standingOf } from './standing.ts';

/** A verdict with its controls in the order in which they are to be read. */
export interface VerdictView {
  mark: MarkView;
  /** "Not blessed: 2 controls fail, …" */
  sentence: string;
  /** The moment as of which it is judged: time that passed since has changed nothing. */
  asOf: TimeView;
  /** Digest of the policy that it was judged under. */
  policy: string;
  /** How that policy compares with the one of the harvest. */
  recorded: { word: string; digest: string | null; differs: boolean };
  /** Those that fail, then those that are unproven. */
  open: ControlView[];
  waived: ControlView[];
  /** Those that judge what comes after the blessing, which has not come yet. */
  after: ControlView[];
  passed: ControlView[];
}

/** How many reasons of a control have a link of their own. */
export interface ReasonRoom {
  open: number;
  passed: number;
}

/** Reasons beside everything else of a dossier, and on the verdict's own page, below 2,500 DOM nodes. */
export const REASON_ROOM = {
  dossier: { open: 3, passed: 0 },
  page: { open: 25, passed: 12 },
} as const satisfies Record<string, ReasonRoom>;

/** The verdict on a dossier, in words. */
export function verdictView(dossier: Dossier, verdict: Verdict, room: ReasonRoom): VerdictView {
  const links = recordLinks(dossier);
  const viewsOf = (standing: Standing, size: number): ControlView[] =>
    verdict.controls
      .filter((control) => standingOf(control) === standing)
      .map((control) => controlView(control, dossier, links, size));
  return {
    mark: VERDICT_MARKS[verdict.verdict],
    sentence: verdictSentence(verdict.verdict, verdict.controls.map(standingOf)),
    asOf: momentOf(dossier.now, dossier.policy.data.timeZone),
    policy: verdict.policy,
    recorded: recordedPolicy(verdict.policy, dossier.release?.data.policy),
    open: [...viewsOf('fail', room.open), ...viewsOf('unproven', room.open)],
    waived: viewsOf('waived', room.open),
    after: viewsOf('after', room.open),
    passed: viewsOf('pass', room.passed),
  };
}

function recordedPolicy(today: string, recorded: string | undefined): VerdictView['recorded'] {
  if (recorded === undefined) return { word: VERDICT.policyNone, digest: null, differs: false };
  return recorded === today
    ? { word: VERDICT.policySame, digest: null, differs: false }
    : { word: VERDICT.policyOther, digest: recorded, differs: true };
}
