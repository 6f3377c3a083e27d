import type { ReviewFact, ReviewFacts } from '../history/review-facts.ts';
import { spelledOut } from '../markdown/harmless.ts';
import type { Review } from '../records/pull-request.ts';
import { type AccountView, accountText, accountView } from './account-view.ts';
import { CHANGE_PAGE } from './change-texts.ts';
import type { MarkView } from './mark-view.ts';
import { momentOf, type TimeView } from './time-view.ts';

/** The commit that a review is of. */
export interface ReviewedCommit {
  id: string | null;
  /** Which one it is, as "the merged head". */
  which: string;
  /** How far it is behind the merged one; null for that one itself, and where nobody knows. */
  behind: string | null;
}

/** A reviewer's last word at the merge. */
export interface LastWordView {
  who: AccountView;
  word: MarkView;
  commit: ReviewedCommit;
  at: TimeView;
  /** What takes weight from it, as "may not push". */
  but: MarkView[];
}

/** Where the reviews of a pull request stood when it was merged. */
export interface LastWordsView {
  rows: LastWordView[];
  /** Reviewers for whom there are no rows left, a line each. */
  further: string[];
}

/** Where the reviews stood at the merge, and approvals that came after it: verdicts first. */
export function lastWordsView(facts: ReviewFacts, timeZone: string, room: number): LastWordsView {
  const all = [...facts.lastWords, ...facts.lateApprovals].sort((a, b) => rank(a) - rank(b));
  return {
    rows: all.slice(0, room).map((fact) => lastWordView(fact, timeZone)),
    further: all.slice(room).map((fact) => `${wordOf(fact).text}  ${accountText(fact.review.author)}`),
  };
}

/** The commit of a review, in words. */
export function reviewedCommit({ review, on, commitsAfter }: ReviewFact): ReviewedCommit {
  return {
    id: review.commit,
    which: CHANGE_PAGE.on[on],
    behind: on === 'older head' ? CHANGE_PAGE.behind(commitsAfter) : null,
  };
}

/** What a review said at the merge. */
export function wordOf(fact: ReviewFact): MarkView {
  const { said, on, review } = fact;
  const words = CHANGE_PAGE.events;
  if (said === 'approved') return { ...APPROVAL[strengthOf(fact)], text: words.approved[on] };
  if (said === 'changes-requested') return { kind: 'danger', mark: '✗', text: words['changes-requested'] };
  if (said === 'dismissed') return { kind: 'caution', mark: '⊘', text: dismissedWord(review) };
  return { kind: 'quiet', mark: '…', text: words.commented };
}

/** What takes weight from a review. */
export function weaknesses({ review, afterMerge, byCommitter }: ReviewFact): MarkView[] {
  return [
    ...(review.mayPush ? [] : [{ kind: 'caution', mark: '○', text: CHANGE_PAGE.mayNotPush } as const]),
    ...(afterMerge ? [{ kind: 'danger', mark: '▲', text: CHANGE_PAGE.afterMerge } as const] : []),
    ...(byCommitter ? [{ kind: 'caution', mark: '◑', text: CHANGE_PAGE.byCommitter } as const] : []),
  ];
}

/** Who dismissed a review, and why, in a sentence. */
export function dismissalText({ dismissed }: Review): string | null {
  if (dismissed === undefined) return null;
  const { because } = dismissed;
  return because === undefined || because.trim() === ''
    ? CHANGE_PAGE.noReason
    : CHANGE_PAGE.because(spelledOut(because));
}

function dismissedWord({ dismissed }: Review): string {
  return CHANGE_PAGE.events.dismissed[dismissed?.was ?? 'dismissed'];
}

/** A tick is for what counts: a person's word, in time, with the right, on what was merged. */
const APPROVAL = {
  counts: { kind: 'good', mark: '✓' },
  older: { kind: 'caution', mark: '◐' },
  weak: { kind: 'caution', mark: '○' },
} as const;

function strengthOf({ on, afterMerge, review }: ReviewFact): keyof typeof APPROVAL {
  if (!review.mayPush || afterMerge || review.author?.kind === 'bot') return 'weak';
  return on === 'merged head' ? 'counts' : 'older';
}

function lastWordView(fact: ReviewFact, timeZone: string): LastWordView {
  return {
    who: accountView(fact.review.author),
    word: wordOf(fact),
    commit: reviewedCommit(fact),
    at: momentOf(fact.review.at, timeZone),
    but: weaknesses(fact),
  };
}

const BY_WEIGHT: readonly Review['state'][] = ['changes-requested', 'approved', 'dismissed', 'commented'];

function rank({ said }: ReviewFact): number {
  return BY_WEIGHT.indexOf(said);
}
