import { changePulls } from '../history/change-pulls.ts';
import { checkGroups } from '../history/check-facts.ts';
import { type ReviewFact, type ReviewFacts, reviewFacts, reviewVerdict } from '../history/review-facts.ts';
import type { Change } from '../records/change.ts';
import type { PullRequest } from '../records/pull-request.ts';
import { accountText, namesText } from './account-view.ts';
import { CHECK_WORDS, REVIEW, VERDICT_MARKS } from './change-texts.ts';
import type { MarkView } from './mark-view.ts';

/** What is known of a change's review, for its row in a table. */
export interface ReviewRow {
  /** The state first, then whatever an auditor should look into. */
  marks: MarkView[];
  /** Who approved, and who asked for changes. */
  by: string[];
  /** The state of the original's review, for a change that another pull request brought here. */
  original: MarkView | null;
}

const FORCED: MarkView = { kind: 'danger', mark: '▲', text: REVIEW.forced };
const FAILING: MarkView = { kind: 'danger', mark: '✗', text: REVIEW.failing };
const NOT_MERGED: MarkView = { kind: 'caution', mark: '○', text: REVIEW.notMerged };

/** The author merged the change: its own row and page say it beside the merger. */
export const SELF_MERGED: MarkView = { kind: 'caution', mark: '◑', text: REVIEW.selfMerged };

/** Why nothing is known of a change's review; "known" where something is. */
export type Knowledge = 'known' | 'not asked' | 'no pull request';

/** Whether the platform told of a change. */
export function knowledgeOf(change: Change): Knowledge {
  if (changePulls(change).carrier !== null) return 'known';
  return change.platformAsked === true ? 'no pull request' : 'not asked';
}

/** The review of a change in short: of the pull request that brought it here. */
export function reviewRow(change: Change): ReviewRow {
  const { carrier, original } = changePulls(change);
  const copied = original === null ? null : VERDICT_MARKS[reviewVerdict(reviewFacts(original))];
  if (carrier === null) return { marks: [unknownMark(change)], by: [], original: copied };
  const facts = reviewFacts(carrier);
  return {
    marks: [verdictMark(facts, carrier), ...warnings(facts, carrier)],
    by: [...byWhom(facts.objections, REVIEW.objectedBy), ...byWhom(facts.approvals, REVIEW.approvedBy)],
    original: copied,
  };
}

/** What GitHub did not merge has a last head, but no merged one. */
function verdictMark(facts: ReviewFacts, { state }: PullRequest): MarkView {
  const mark = VERDICT_MARKS[reviewVerdict(facts)];
  return state === 'merged' ? mark : { ...mark, text: mark.text.replace('merged head', 'last head') };
}

/** Checks of the merged head by outcome, as marks with counts; none where none is recorded. */
export function checkMarks(pull: PullRequest): MarkView[] {
  return checkGroups(pull.checks ?? []).map(({ outcome, checks }) => {
    const { kind, mark, word } = CHECK_WORDS[outcome];
    return { kind, mark, text: `${checks.length.toLocaleString('en-GB')} ${word}` };
  });
}

/** A state and how many changes are in it. */
export interface CountedMark {
  mark: MarkView;
  count: number;
}

/** What an auditor should look into, whatever the verdict, with the number of changes. */
export function concernCounts(changes: readonly Change[]): CountedMark[] {
  const pulls = carriersOf(changes);
  const judged = pulls.map((pull) => ({ pull, facts: reviewFacts(pull) }));
  const counted: CountedMark[] = [
    { mark: FORCED, count: judged.filter(({ facts }) => facts.forcedAfterApproval.length > 0).length },
    { mark: FAILING, count: pulls.filter((pull) => checkMarks(pull)[0]?.kind === 'danger').length },
    { mark: SELF_MERGED, count: judged.filter(({ facts }) => facts.selfMerged).length },
    { mark: NOT_MERGED, count: pulls.filter(({ state }) => state !== 'merged').length },
  ];
  return counted.filter(({ count }) => count > 0);
}

/** The verdicts of many changes with their counts, in the order of urgency that `VERDICT_MARKS` has. */
export function verdictCounts(changes: readonly Change[]): CountedMark[] {
  const pulls = carriersOf(changes);
  const counts = new Map<MarkView, number>();
  for (const pull of pulls) {
    const mark = VERDICT_MARKS[reviewVerdict(reviewFacts(pull))];
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return Object.values(VERDICT_MARKS).flatMap((mark) => {
    const count = counts.get(mark);
    return count === undefined ? [] : [{ mark, count }];
  });
}

function byWhom(facts: readonly ReviewFact[], sentence: (names: string) => string): string[] {
  if (facts.length === 0) return [];
  return [sentence(namesText(facts.map(({ review }) => accountText(review.author))))];
}

/** The pull requests that brought changes here. */
function carriersOf(changes: readonly Change[]): PullRequest[] {
  return changes.flatMap((change) => changePulls(change).carrier ?? []);
}

function unknownMark(change: Change): MarkView {
  return knowledgeOf(change) === 'no pull request'
    ? { kind: 'caution', mark: '○', text: REVIEW.noPullRequest }
    : { kind: 'quiet', mark: '?', text: REVIEW.notAsked };
}

function warnings(facts: ReviewFacts, pull: PullRequest): MarkView[] {
  const verdict = reviewVerdict(facts);
  const without = facts.approvals.filter(({ review }) => !review.mayPush).length;
  const marks: (MarkView | false)[] = [
    facts.forcedAfterApproval.length > 0 && verdict !== 'forced after approval' && FORCED,
    facts.objections.length > 0 &&
      verdict !== 'changes requested' && { kind: 'caution', mark: '✗', text: REVIEW.objection },
    facts.dismissed.length > 0 && {
      kind: 'caution',
      mark: '⊘',
      text: REVIEW.dismissed(facts.dismissed.length),
    },
    without > 0 &&
      verdict !== 'approved without right' && {
        kind: 'caution',
        mark: '○',
        text: REVIEW.withoutRight(without),
      },
    pull.state !== 'merged' && NOT_MERGED,
  ];
  return marks.filter((mark) => mark !== false);
}
