import { actor } from '../lookup/accounts.ts';
import { commitOf } from '../lookup/commits.ts';
import { nodeId, numberOf } from '../lookup/identity.ts';
import { headOf } from '../lookup/pull-facts.ts';
import { addressOf, fullNameOf } from '../lookup/repositories.ts';
import type { Arguments } from '../query/arguments.ts';
import type { Fields } from '../query/resolvers.ts';
import type { Scope } from '../scope.ts';
import type { CommitView, PullView, ReviewView } from '../views.ts';
import type { Pull } from '../world/pull.ts';
import type { Review, ReviewState } from '../world/review.ts';

/** Reviews. */
export const REVIEW: Fields<ReviewView> = {
  id: (review) => nodeId('PRR', ...idOf(review)),
  databaseId: (review) => numberOf(idOf(review).join('#')),
  fullDatabaseId: (review) => String(numberOf(idOf(review).join('#'))),
  author: ({ described }, _args, scope) => actor(scope, described.author),
  state: ({ described }) => reviewState(described),
  submittedAt: ({ described }) => described.at,
  createdAt: ({ described }) => described.at,
  publishedAt: ({ described }) => described.at,
  updatedAt: ({ described }) => described.editedAt ?? described.at,
  lastEditedAt: ({ described }) => described.editedAt ?? null,
  includesCreatedEdit: ({ described }) => described.editedAt !== undefined,
  body: ({ described }) => described.body ?? '',
  bodyText: ({ described }) => described.body ?? '',
  commit: reviewed,
  authorCanPushToRepository: ({ described }) => described.mayPush !== false,
  authorAssociation: ({ described }) => (described.mayPush === false ? 'CONTRIBUTOR' : 'MEMBER'),
  pullRequest: ({ pullRequest }) => pullRequest,
  repository: ({ pullRequest }) => pullRequest.repository,
  url: page,
  resourcePath: (review) => new URL(page(review)).pathname,
  comments: () => [],
};

/** Reviews of a pull request, of some states or by somebody, if asked for. */
export function reviewsOf(pull: PullView, { states }: Arguments): ReviewView[] {
  return (pull.described.reviews ?? [])
    .map((described, place) => reviewView(pull, described, place))
    .filter(({ described }) => states == null || states.includes(reviewState(described)));
}

/** A review of a pull request. */
export function reviewView(pullRequest: PullView, described: Review, place: number): ReviewView {
  return { __typename: 'PullRequestReview', pullRequest, described, place };
}

/** What it says now. */
export function reviewState({ state = 'APPROVED', dismissed }: Review): ReviewState {
  return dismissed === undefined ? state : 'DISMISSED';
}

/** What the reviews of those who may push come to, each one's last word; null where they say nothing. */
export function decision({ reviewDecision, reviews = [] }: Pull): Pull['reviewDecision'] {
  if (reviewDecision !== undefined) return reviewDecision;
  const opinions = reviews
    .filter((review) => review.mayPush !== false)
    .map((review) => [review.author, reviewState(review)] as const)
    .filter(([, state]) => state === 'APPROVED' || state === 'CHANGES_REQUESTED' || state === 'DISMISSED');
  const last = [...new Map(opinions).values()];
  if (last.includes('CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  return last.includes('APPROVED') ? 'APPROVED' : null;
}

function reviewed({ described, pullRequest }: ReviewView, _args: Arguments, scope: Scope): CommitView | null {
  if (described.commit === null) return null;
  const oid = described.commit ?? headOf(pullRequest.described);
  return commitOf(scope, pullRequest.repository, oid, pullRequest.described);
}

function idOf({ pullRequest, place }: ReviewView): [string, number, number] {
  return [fullNameOf(pullRequest.repository.described), pullRequest.described.number, place];
}

function page(review: ReviewView): string {
  const { repository, described } = review.pullRequest;
  const anchor = `pullrequestreview-${numberOf(idOf(review).join('#'))}`;
  return `${addressOf(repository.described)}/pull/${described.number}#${anchor}`;
}
