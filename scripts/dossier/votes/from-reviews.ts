import { escapeInline } from '../../../src/markdown/escape.ts';
import { type Decision, type PullRequest, type Review, SCHEMA_VERSION } from '../../../src/records/index.ts';
import {
  type Findings,
  type FoundVote,
  firstWords,
  type NotTaken,
  partText,
  voteBody,
} from './found-vote.ts';
import { type HeldRole, voterAt } from './held-roles.ts';
import type { VotedRelease } from './voted-release.ts';

/** What a review votes; a comment votes nothing. */
const DECISIONS: Partial<Record<Review['state'], Decision>> = {
  approved: 'go',
  'changes-requested': 'no-go',
};

/**
 * Votes in the reviews of the pull request that promoted the release: one for each role that the reviewer held that
 * day, since one approval says the same in all of them.
 *
 * A review that was dismissed stands as it was cast, for whoever dismisses somebody else's objection must not do away
 * with it; the body tells of the dismissal. Who dismissed the own review changed the own word: that is an edit.
 */
export function votesInReviews(voted: VotedRelease): Findings {
  const pull = voted.promotion;
  const each = (pull?.reviews ?? []).map((review) => votesOf(review, pull as PullRequest, voted));
  return {
    found: each.flatMap(({ found }) => found),
    notTaken: each.flatMap(({ notTaken }) => notTaken),
  };
}

function votesOf(review: Review, pull: PullRequest, voted: VotedRelease): Findings {
  const decision = DECISIONS[review.dismissed?.was ?? review.state];
  if (decision === undefined) return { found: [], notTaken: [] };
  const refused = (because: string): Findings => ({
    found: [],
    notTaken: [refusal(review, pull, decision, because)],
  });
  if (review.author === null) return refused('the account is gone: nobody can be named');
  if (review.author.kind === 'bot') return refused('a bot cast it');
  const account = { on: 'github', id: review.author.login } as const;
  const { person, held } = voterAt(voted.policy, account, review.at);
  if (person === null) return refused(`the roster does not know ${account.id} on github`);
  if (held.length === 0) return refused(`${person} held no role that day`);
  const seats = held.flatMap((role) => seatsFor(role, pull, voted));
  if (seats.length === 0) return refused(`${person} speaks for modules of other repositories`);
  const found = seats.map((seat): FoundVote => {
    const editedAt = editOf(review);
    return {
      vote: {
        schema: SCHEMA_VERSION,
        product: voted.product,
        version: voted.version,
        ...seat,
        person,
        account,
        decision,
        castAt: review.at,
        ...(editedAt !== null && { editedAt }),
        ...(review.commit !== null && { commit: review.commit }),
        source: { kind: 'github-review', url: pull.url },
      },
      body: voteBody(review.text ?? ''),
      later: dismissalOf(review),
      evidence: new Map(),
    };
  });
  return { found, notTaken: [] };
}

/** A module's lead votes by a review on the modules whose repository the pull request is of, and on no other. */
function seatsFor({ role, module }: HeldRole, pull: PullRequest, voted: VotedRelease) {
  if (role.each === 'release') return [{ role: role.id }];
  const own = voted.modules.filter(({ repository }, index) =>
    repository === null ? index === 0 : repository === pull.repository.toLowerCase(),
  );
  const spokenFor = own.filter(({ id }) => module === null || module === id);
  return spokenFor.map(({ id }) => ({ role: role.id, module: id }));
}

/** The first change of what it says: of its text, or that its author took it back. */
function editOf({ author, editedAt, dismissed }: Review): string | null {
  const isOwn = dismissed?.by != null && dismissed.by.login.toLowerCase() === author?.login.toLowerCase();
  const times = [editedAt, isOwn ? dismissed.at : undefined].filter((time) => time !== undefined);
  return times.sort()[0] ?? null;
}

function dismissalOf({ dismissed }: Review): string {
  if (dismissed === undefined) return '';
  const by = dismissed.by === null ? 'an account that is gone' : `@${escapeInline(dismissed.by.login)}`;
  const sentence = `The review was dismissed by ${by} at ${dismissed.at}.`;
  return partText({ heading: 'Dismissed', sentence, text: dismissed.because });
}

function refusal(review: Review, pull: PullRequest, decision: Decision, because: string): NotTaken {
  return {
    who: review.author?.login ?? 'nobody',
    at: review.at,
    where: pull.url,
    text: firstWords(review.text ?? decision.toUpperCase()),
    because,
  };
}
