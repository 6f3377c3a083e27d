import type { Account, ForcePush, PullRequest, Review } from '../records/pull-request.ts';

/** Which commit a review is of, seen from the one that was merged. */
export type ReviewedOn = 'merged head' | 'older head' | 'unknown commit';

/** A review, judged at the moment of the merge. */
export interface ReviewFact {
  review: Review;
  /** What it said at the merge: a review that was dismissed later still counted then. */
  said: Review['state'];
  on: ReviewedOn;
  /** Commits of the branch behind the reviewed one; null where the branch does not have that one any more. */
  commitsAfter: number | null;
  /** Given when the merge was done already: it can have decided nothing. */
  afterMerge: boolean;
  /** Its author wrote commits of the branch. */
  byCommitter: boolean;
}

/** A force push before the merge, with the approvals that had been given before it. */
export interface ForcePushFact {
  push: ForcePush;
  afterApprovals: ReviewFact[];
}

/** What the reviews of a pull request amount to. */
export interface ReviewFacts {
  /** All that were submitted, in order of time. */
  reviews: ReviewFact[];
  /** Each person's last word at the merge; a comment takes no verdict back. */
  lastWords: ReviewFact[];
  /** Last words that approve. */
  approvals: ReviewFact[];
  /** Last words that ask for changes. */
  objections: ReviewFact[];
  /** Reviews that somebody took back, whenever. */
  dismissed: ReviewFact[];
  /** Approvals given after the merge. */
  lateApprovals: ReviewFact[];
  /** Force pushes up to the merge, in order of time. */
  forcePushes: ForcePushFact[];
  /** Those that came after an approval. */
  forcedAfterApproval: ForcePushFact[];
  /** The author merged it. */
  selfMerged: boolean;
}

/** The state of a pull request's reviews at its merge, in one word. */
export type ReviewVerdict =
  | 'changes requested'
  | 'approved merged head'
  | 'forced after approval'
  | 'approved older head'
  | 'approved unknown commit'
  | 'approved without right'
  | 'approved by bot'
  | 'approved after merge'
  | 'not approved';

/** What the reviews of a pull request amount to at its merge. Pure; an open one is judged as it is now. */
export function reviewFacts(pull: PullRequest): ReviewFacts {
  const submitted = inOrder((pull.reviews ?? []).filter(({ state }) => state !== 'pending'));
  const reviews = submitted.map((review) => reviewFact(review, pull));
  const lastWords = lastWordsOf(reviews.filter(({ afterMerge }) => !afterMerge));
  const forcePushes = inOrder(pull.forcePushes ?? [])
    .filter(({ at }) => !isAfterMerge(at, pull))
    .map((push) => ({ push, afterApprovals: reviews.filter((fact) => approvedBefore(fact, push)) }));
  return {
    reviews,
    lastWords,
    approvals: lastWords.filter(({ said }) => said === 'approved'),
    objections: lastWords.filter(({ said }) => said === 'changes-requested'),
    dismissed: reviews.filter(({ review }) => review.state === 'dismissed' || review.dismissed !== undefined),
    lateApprovals: reviews.filter(({ afterMerge, said }) => afterMerge && said === 'approved'),
    forcePushes,
    forcedAfterApproval: forcePushes.filter(({ afterApprovals }) => afterApprovals.length > 0),
    selfMerged: isSelfMerged(pull),
  };
}

/** The state in one word: what stands against the change first, then the best that speaks for it. */
export function reviewVerdict(facts: ReviewFacts): ReviewVerdict {
  const binding = facts.approvals.filter(({ review }) => mayBind(review));
  if (facts.objections.some(({ review }) => review.mayPush)) return 'changes requested';
  if (binding.some(({ on }) => on === 'merged head')) return 'approved merged head';
  if (facts.forcedAfterApproval.some(isBinding)) return 'forced after approval';
  if (binding.some(({ on }) => on === 'older head')) return 'approved older head';
  if (binding.length > 0) return 'approved unknown commit';
  if (facts.approvals.some(({ review }) => review.mayPush)) return 'approved by bot';
  if (facts.approvals.length > 0) return 'approved without right';
  return facts.lateApprovals.length > 0 ? 'approved after merge' : 'not approved';
}

/** True where both are the same account: by its number, else by its login without case. Nobody knows who is gone. */
export function isSameAccount(left: Account | null, right: Account | null): boolean {
  if (left === null || right === null) return false;
  if (left.id !== undefined && right.id !== undefined) return left.id === right.id;
  return left.kind === right.kind && left.login.toLowerCase() === right.login.toLowerCase();
}

function reviewFact(review: Review, pull: PullRequest): ReviewFact {
  return {
    review,
    said: saidAtMerge(review, pull),
    on: reviewedOn(review, pull),
    commitsAfter: commitsAfter(review, pull),
    afterMerge: isAfterMerge(review.at, pull),
    byCommitter: wroteCommits(review.author, pull),
  };
}

function saidAtMerge(review: Review, pull: PullRequest): Review['state'] {
  if (review.dismissed === undefined) return review.state;
  return isAfterMerge(review.dismissed.at, pull) ? review.dismissed.was : 'dismissed';
}

function reviewedOn({ commit }: Review, { headCommit }: PullRequest): ReviewedOn {
  if (commit === null) return 'unknown commit';
  return commit === headCommit ? 'merged head' : 'older head';
}

function commitsAfter({ commit }: Review, { commits }: PullRequest): number | null {
  const at = commits.findIndex((candidate) => candidate.commit === commit);
  return at === -1 ? null : commits.length - 1 - at;
}

function isAfterMerge(at: string, { mergedAt }: PullRequest): boolean {
  return mergedAt !== null && at > mergedAt;
}

function wroteCommits(account: Account | null, { commits }: PullRequest): boolean {
  const login = account?.login.toLowerCase();
  return commits.some(({ authors }) => authors.some((author) => author.toLowerCase() === login));
}

/** Accounts that are gone cannot be told from one another: none takes another's word back. */
function lastWordsOf(facts: readonly ReviewFact[]): ReviewFact[] {
  const people: ReviewFact[] = [];
  for (const fact of facts) {
    const at = people.findIndex(({ review }) => isSameAccount(review.author, fact.review.author));
    const before = people[at];
    if (before === undefined) people.push(fact);
    else if (isVerdict(fact) || !isVerdict(before)) people[at] = fact;
  }
  return people;
}

function isVerdict({ said }: ReviewFact): boolean {
  return said !== 'commented';
}

/** An approval that was dismissed because of the push had been given before it all the same. */
function approvedBefore({ review }: ReviewFact, push: ForcePush): boolean {
  const approved = review.state === 'approved' || review.dismissed?.was === 'approved';
  return approved && review.at < push.at;
}

function isBinding({ afterApprovals }: ForcePushFact): boolean {
  return afterApprovals.some(({ review }) => mayBind(review));
}

/** A person's word, and of somebody who may write to the repository. */
function mayBind({ author, mayPush }: Review): boolean {
  return mayPush && author?.kind !== 'bot';
}

function isSelfMerged({ author, merger }: PullRequest): boolean {
  return isSameAccount(author, merger);
}

function inOrder<Item extends { at: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
