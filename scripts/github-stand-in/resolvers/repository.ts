import { actor } from '../lookup/accounts.ts';
import { commitNamed } from '../lookup/commits.ts';
import { nodeId, numberOf } from '../lookup/identity.ts';
import { directed, orderKey, type PullOrder } from '../lookup/pull-shelf.ts';
import { commitAt, defaultBranchOf, refNamed } from '../lookup/refs.ts';
import { addressOf, fullNameOf, pullView } from '../lookup/repositories.ts';
import type { Arguments } from '../query/arguments.ts';
import type { Listing } from '../query/listing.ts';
import { refusal } from '../query/refusal.ts';
import type { Fields } from '../query/resolvers.ts';
import { mapped } from '../query/sequence.ts';
import type { Scope } from '../scope.ts';
import type { CommitView, IssueView, PullView, RepositoryView } from '../views.ts';
import { deploymentsOf } from './deployment.ts';
import { latestRelease, releasesOf, releaseTagged } from './release.ts';

/** Repositories. */
export const REPOSITORY: Fields<RepositoryView> = {
  id: ({ described }) => nodeId('R', fullNameOf(described)),
  databaseId: ({ described }) => numberOf(fullNameOf(described)),
  name: ({ described }) => described.name,
  nameWithOwner: ({ described }) => fullNameOf(described),
  owner: ({ described }, _args, scope) => actor(scope, described.owner),
  url: ({ described }) => addressOf(described),
  resourcePath: ({ described }) => `/${fullNameOf(described)}`,
  isPrivate: ({ described }) => described.isPrivate === true,
  visibility: ({ described }) => (described.isPrivate === true ? 'PRIVATE' : 'PUBLIC'),
  isFork: () => false,
  isArchived: () => false,
  defaultBranchRef: (repository, _args, scope) =>
    refNamed(scope, repository, defaultBranchOf(repository.described)) ?? null,
  ref: (repository, { qualifiedName = '' }, scope) => refNamed(scope, repository, qualifiedName) ?? null,
  object,
  pullRequest: (repository, { number = 0 }, scope) =>
    pullNumbered(repository, number, scope) ?? missing('a PullRequest', number),
  issue: (repository, { number = 0 }, scope) =>
    issueNumbered(repository, number, scope) ?? missing('an Issue', number),
  issueOrPullRequest: (repository, { number = 0 }, scope) =>
    pullNumbered(repository, number, scope) ??
    issueNumbered(repository, number, scope) ??
    missing('an issue or pull request', number),
  pullRequests,
  issues: ({ described }, { states }) =>
    (described.issues ?? [])
      .filter(({ state = 'CLOSED' }) => states == null || states.includes(state))
      .map((issue) => ({
        __typename: 'Issue',
        repository: { __typename: 'Repository', described },
        described: issue,
      })),
  releases: releasesOf,
  release: releaseTagged,
  latestRelease,
  deployments: (repository, args) => deploymentsOf(repository, args, repository.described.deployments ?? []),
};

function object(repository: RepositoryView, args: Arguments, scope: Scope): CommitView | null {
  const { oid, expression } = args;
  failing(scope, ({ oid: failed }) => failed !== undefined && failed === (oid ?? expression));
  const commit =
    oid == null ? commitAt(scope, repository, expression ?? '') : commitNamed(scope, repository, oid);
  return commit ?? null;
}

function pullNumbered(repository: RepositoryView, number: number, scope: Scope): PullView | undefined {
  failing(scope, (each) => each.number === number);
  const pull = scope.pulls(repository.described).numbered(number);
  return pull && pullView(scope, repository, pull);
}

function issueNumbered(repository: RepositoryView, number: number, scope: Scope): IssueView | undefined {
  failing(scope, (each) => each.number === number);
  const issue = repository.described.issues?.find((each) => each.number === number);
  return issue && { __typename: 'Issue', repository, described: issue };
}

function pullRequests(
  repository: RepositoryView,
  { states, orderBy }: Arguments,
  scope: Scope,
): Listing<PullView> {
  const order: PullOrder = orderBy?.field === 'UPDATED_AT' ? 'UPDATED_AT' : 'CREATED_AT';
  const direction = orderBy?.direction ?? 'ASC';
  const rising = scope.pulls(repository.described).listed(order, states ?? undefined);
  return {
    items: mapped(directed(rising, direction), (pull) => pullView(scope, repository, pull)),
    keyOf: ({ described }) => orderKey(described, order),
    descending: direction === 'DESC',
  };
}

function missing(what: string, number: number): never {
  throw refusal(`Could not resolve to ${what} with the number of ${number}.`, 'NOT_FOUND');
}

type PartialErrors = NonNullable<Scope['faults']['partialErrors']>;

function failing({ faults }: Scope, isMeant: (error: PartialErrors[number]) => boolean): void {
  const error = faults.partialErrors?.find(isMeant);
  if (error !== undefined) throw refusal(error.message, error.type);
}
