import { actor } from '../lookup/accounts.ts';
import { commitOf } from '../lookup/commits.ts';
import { nodeId, numberOf } from '../lookup/identity.ts';
import { closedAt, headOf, NO_COMMIT, stateOf, updatedAt } from '../lookup/pull-facts.ts';
import { defaultBranchOf } from '../lookup/refs.ts';
import { fullNameOf, pageOf, repositoryOrName } from '../lookup/repositories.ts';
import type { Fields } from '../query/resolvers.ts';
import type { Scope } from '../scope.ts';
import type { AccountView, PullView, RepositoryView } from '../views.ts';
import { closedIssues, filesOf, labelsOf, lineCounts, pullCommits } from './pull-request-parts.ts';
import { decision, reviewsOf } from './review.ts';
import { timelineItems } from './timeline.ts';

/** Pull requests. */
export const PULL_REQUEST: Fields<PullView> = {
  id: (pull) => nodeId('PR', ...idOf(pull)),
  databaseId: (pull) => numberOf(idOf(pull).join('#')),
  fullDatabaseId: (pull) => String(numberOf(idOf(pull).join('#'))),
  number: ({ described }) => described.number,
  title: ({ described }) => described.title,
  body: ({ described }) => described.body ?? '',
  bodyText: ({ described }) => described.body ?? '',
  url: pageOf,
  permalink: pageOf,
  resourcePath: (pull) => new URL(pageOf(pull)).pathname,
  state: ({ described }) => stateOf(described),
  isDraft: ({ described }) => described.draft === true,
  merged: ({ described }) => stateOf(described) === 'MERGED',
  closed: ({ described }) => stateOf(described) !== 'OPEN',
  createdAt: ({ described }) => described.createdAt,
  publishedAt: ({ described }) => described.createdAt,
  mergedAt: ({ described }) => described.mergedAt ?? null,
  closedAt: ({ described }) => closedAt(described),
  updatedAt: ({ described }) => updatedAt(described),
  lastEditedAt: ({ described }) => described.bodyEditedAt ?? null,
  includesCreatedEdit: ({ described }) => described.bodyEditedAt !== undefined,
  author: ({ described }, _args, scope) => author(described.author, scope),
  authorAssociation: ({ described }) => described.authorAssociation ?? 'CONTRIBUTOR',
  mergedBy: ({ described }, _args, scope) => actor(scope, described.mergedBy),
  baseRefName: ({ described, repository }) => described.baseBranch ?? defaultBranchOf(repository.described),
  baseRefOid: ({ described }) => described.baseCommit ?? NO_COMMIT,
  baseRepository: ({ repository }) => repository,
  repository: ({ repository }) => repository,
  headRefName: ({ described }) => described.headBranch ?? `topic-${described.number}`,
  headRefOid: ({ described }) => headOf(described),
  headRepository,
  headRepositoryOwner: (pull, _args, scope) => actor(scope, headOwner(pull)),
  isCrossRepository: (pull) =>
    headOwner(pull)?.toLowerCase() !== pull.repository.described.owner.toLowerCase(),
  mergeCommit: ({ described, repository }, _args, scope) =>
    described.mergeCommit == null ? null : commitOf(scope, repository, described.mergeCommit, described),
  statusCheckRollup: ({ described, repository }, _args, scope) => {
    const head = commitOf(scope, repository, headOf(described), described);
    return (head.described.checks ?? described.checks ?? []).length === 0 ? null : head;
  },
  additions: ({ described }) => lineCounts(described).additions,
  deletions: ({ described }) => lineCounts(described).deletions,
  changedFiles: ({ described }) => lineCounts(described).files,
  files: ({ described }) => filesOf(described),
  labels: labelsOf,
  milestone: ({ described, repository }) =>
    described.milestone === undefined ? null : { title: described.milestone, repository },
  closingIssuesReferences: closedIssues,
  commits: pullCommits,
  reviews: reviewsOf,
  reviewDecision: ({ described }) => decision(described),
  timelineItems,
  comments: () => [],
  reviewThreads: () => [],
};

function idOf({ repository, described }: PullView): [string, number] {
  return [fullNameOf(repository.described), described.number];
}

function author(login: string | null | undefined, scope: Scope): AccountView | null {
  return actor(scope, login === undefined ? 'author' : login);
}

function headOwner({ described, repository }: PullView): string | null {
  return described.headOwner === undefined ? repository.described.owner : described.headOwner;
}

function headRepository(pull: PullView, _args: unknown, scope: Scope): RepositoryView | null {
  const owner = headOwner(pull);
  return owner === null ? null : repositoryOrName(scope, `${owner}/${pull.repository.described.name}`);
}
