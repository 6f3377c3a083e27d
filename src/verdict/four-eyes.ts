import { isSameAccount, type ReviewFact, reviewFacts } from '../history/review-facts.ts';
import type { PullRequest } from '../records/index.ts';
import { forcedAfter } from './approved-head.ts';
import { identityOfAccount, type Roster } from './roster.ts';
import { shortCommit } from './wording.ts';

/** Whether a second person approved what was merged. */
export interface FourEyes {
  is: 'approved' | 'not approved' | 'unproven';
  /** Sentences: who approved, or why nobody did. */
  texts: string[];
}

/**
 * Looks for an approval of the merged head, before the merge, by a person who may push and wrote none of it. Whoever
 * only merges has approved nothing. Authors are identities as the roster gives them, so that a second account of one
 * of them is an author as well.
 */
export function fourEyes(pull: PullRequest, authors: ReadonlySet<string>, roster: Roster): FourEyes {
  const { approvals, objections, lateApprovals } = reviewFacts(pull);
  const standing = objections.filter(({ review }) => review.mayPush);
  if (standing.length > 0) return { is: 'not approved', texts: standing.map(objectionText) };
  const judged = [...approvals, ...lateApprovals].map((fact) => ({
    fact,
    flaw: flawOf(fact, pull, authors, roster),
  }));
  const good = judged.filter(({ flaw }) => flaw === null);
  if (good.length > 0) return { is: 'approved', texts: good.map(({ fact }) => approvalText(fact)) };
  if (judged.length === 0) return { is: 'not approved', texts: [`nobody approved #${pull.number}`] };
  const texts = judged.map(({ fact, flaw }) => `${approvalText(fact)}, ${flaw?.text}`);
  return { is: judged.some(({ flaw }) => flaw?.isDoubt) ? 'unproven' : 'not approved', texts };
}

interface Flaw {
  text: string;
  /** It may have been a good approval, and nothing shows it. */
  isDoubt: boolean;
}

/** What keeps an approval from counting; null for one that counts. */
function flawOf(
  fact: ReviewFact,
  pull: PullRequest,
  authors: ReadonlySet<string>,
  roster: Roster,
): Flaw | null {
  const { review, afterMerge } = fact;
  if (afterMerge) return flaw(`after the merge at ${pull.mergedAt}`);
  if (review.author !== null && review.author.kind !== 'user')
    return flaw(`whose account is a ${review.author.kind}`);
  if (!review.mayPush) return flaw('who may not push');
  if (review.author !== null && authors.has(identityOfAccount(review.author, roster)))
    return flaw(`who is ${identityOfAccount(review.author, roster)}, an author of it`);
  if (isSameAccount(review.author, pull.author)) return flaw('who opened it');
  return flawOfHead(fact, pull) ?? doubtOf(fact, pull);
}

/** The approved commit was not what was merged, or not yet there when it was approved. */
function flawOfHead({ review, on }: ReviewFact, pull: PullRequest): Flaw | null {
  const push = forcedAfter(review, pull);
  const merged = `commit ${shortCommit(pull.headCommit)} was merged`;
  if (push !== null && push.before !== null)
    return flaw(`before the force push at ${push.at}, and ${merged}`);
  return on === 'older head' ? flaw(`and ${merged}`) : null;
}

function doubtOf({ review, on }: ReviewFact, pull: PullRequest): Flaw | null {
  if (review.author === null) return doubt('and the account is gone');
  if (on === 'unknown commit') return doubt('of a commit that the platform does not know any more');
  if (pull.state !== 'merged')
    return doubt(`and the platform says that #${pull.number} is ${pull.state}, not merged`);
  if (pull.mergedAt === null) return doubt('and when it was merged is not known');
  if (pull.author === null) return doubt('and the account that opened it is gone: it may be the same person');
  const push = forcedAfter(review, pull);
  return push === null ? null : doubt(`before the force push at ${push.at} of a commit that nobody knows`);
}

function flaw(text: string): Flaw {
  return { text, isDoubt: false };
}

function doubt(text: string): Flaw {
  return { text, isDoubt: true };
}

function approvalText({ review }: ReviewFact): string {
  const on = review.commit === null ? '' : ` on ${shortCommit(review.commit)}`;
  return `${review.author?.login ?? 'somebody'} approved at ${review.at}${on}`;
}

function objectionText({ review }: ReviewFact): string {
  return `${review.author?.login ?? 'somebody'} asked for changes at ${review.at}, and it was merged all the same`;
}
