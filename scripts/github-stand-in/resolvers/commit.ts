import { user } from '../lookup/accounts.ts';
import { authoredAt, committedAt } from '../lookup/commit-facts.ts';
import { pullsWith } from '../lookup/commits.ts';
import { nodeId } from '../lookup/identity.ts';
import { NO_COMMIT } from '../lookup/pull-facts.ts';
import { orderKey } from '../lookup/pull-shelf.ts';
import { addressOf, fullNameOf } from '../lookup/repositories.ts';
import type { Arguments } from '../query/arguments.ts';
import type { Fields } from '../query/resolvers.ts';
import type { Scope } from '../scope.ts';
import type { CommitView, GitActorView, PullView } from '../views.ts';
import type { Person } from '../world/commit.ts';
import { checkSuitesOf, checksOf } from './check.ts';
import { deploymentsOf } from './deployment.ts';

const NOBODY: Person = { name: 'Somebody', email: 'somebody@example.com' };
const WEB: Person = { name: 'GitHub', email: 'noreply@github.com' };

/** Commits. */
export const COMMIT: Fields<CommitView> = {
  id: ({ repository, described }) => nodeId('C', fullNameOf(repository.described), described.oid),
  oid: ({ described }) => described.oid,
  abbreviatedOid: ({ described }) => described.oid.slice(0, 7),
  message,
  messageHeadline: (commit) => message(commit).split('\n', 1)[0],
  messageBody: (commit) => message(commit).split('\n').slice(1).join('\n').trim(),
  authoredDate: authoredAt,
  committedDate: committedAt,
  author: (commit) => authors(commit)[0],
  authors,
  committer: (commit) => ({ person: commit.described.committer ?? WEB, date: committedAt(commit) }),
  url,
  commitUrl: url,
  resourcePath: (commit) => new URL(url(commit)).pathname,
  commitResourcePath: (commit) => new URL(url(commit)).pathname,
  associatedPullRequests,
  statusCheckRollup: (commit) => (checksOf(commit).length === 0 ? null : commit),
  checkSuites: checkSuitesOf,
  deployments: ({ repository, described }, args) =>
    deploymentsOf(
      repository,
      args,
      (repository.described.deployments ?? []).filter(({ commit }) => commit === described.oid),
    ),
};

/** People in commits. */
export const GIT_ACTOR: Fields<GitActorView> = {
  name: ({ person }) => (typeof person === 'string' ? person : person.name),
  email: ({ person }) => (typeof person === 'string' ? `${person}@users.noreply.github.com` : person.email),
  user: ({ person }, _args, scope) => user(scope, typeof person === 'string' ? person : person.login),
  date: ({ date }) => date,
  avatarUrl: () => 'https://avatars.githubusercontent.com/u/0?v=4',
};

function message({ described }: CommitView): string {
  return described.message ?? 'Change the code';
}

/** The author first, then co-authors. */
function authors(commit: CommitView): GitActorView[] {
  const { described, pull } = commit;
  const author = described.author ?? pull?.author ?? NOBODY;
  const date = authoredAt(commit);
  return [author, ...(described.coAuthors ?? [])].map((person) => ({ person, date }));
}

function url({ repository, described }: CommitView): string {
  return `${addressOf(repository.described)}/commit/${described.oid}`;
}

function associatedPullRequests(commit: CommitView, { orderBy }: Arguments, scope: Scope): PullView[] {
  if (commit.described.oid === NO_COMMIT) return [];
  const order = orderBy?.field === 'UPDATED_AT' ? 'UPDATED_AT' : 'CREATED_AT';
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  return pullsWith(scope, commit).sort(
    (one, other) => sign * orderKey(one.described, order).localeCompare(orderKey(other.described, order)),
  );
}
