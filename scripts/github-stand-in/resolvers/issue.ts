import { actor } from '../lookup/accounts.ts';
import { nodeId, numberOf } from '../lookup/identity.ts';
import { addressOf, fullNameOf } from '../lookup/repositories.ts';
import type { Fields } from '../query/resolvers.ts';
import type { IssueView } from '../views.ts';
import { labelsOf } from './pull-request-parts.ts';

const BEGINNING = '2025-01-01T00:00:00Z';

/** Issues. */
export const ISSUE: Fields<IssueView> = {
  id: (issue) => nodeId('I', ...idOf(issue)),
  databaseId: (issue) => numberOf(idOf(issue).join('#')),
  number: ({ described }) => described.number,
  title: ({ described }) => described.title,
  body: ({ described }) => described.body ?? '',
  state: ({ described }) => described.state ?? 'CLOSED',
  closed: ({ described }) => described.state !== 'OPEN',
  createdAt: ({ described }) => described.createdAt ?? BEGINNING,
  updatedAt: ({ described }) => described.createdAt ?? BEGINNING,
  author: ({ described }, _args, scope) =>
    actor(scope, described.author === undefined ? 'reporter' : described.author),
  url: page,
  resourcePath: (issue) => new URL(page(issue)).pathname,
  repository: ({ repository }) => repository,
  labels: labelsOf,
  comments: () => [],
};

function idOf({ repository, described }: IssueView): [string, number] {
  return [fullNameOf(repository.described), described.number];
}

function page({ repository, described }: IssueView): string {
  return `${addressOf(repository.described)}/issues/${described.number}`;
}
