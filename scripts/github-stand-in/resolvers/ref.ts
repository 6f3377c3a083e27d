import { commitOf } from '../lookup/commits.ts';
import { nodeId } from '../lookup/identity.ts';
import { fullNameOf } from '../lookup/repositories.ts';
import type { Fields } from '../query/resolvers.ts';
import type { RefView } from '../views.ts';

/** Branches and tags. Annotated tags lead to their commit at once. */
export const REF: Fields<RefView> = {
  id: ({ repository, qualifiedName }) => nodeId('REF', fullNameOf(repository.described), qualifiedName),
  name: ({ qualifiedName }) => qualifiedName.split('/').slice(2).join('/'),
  prefix: ({ qualifiedName }) => `${qualifiedName.split('/').slice(0, 2).join('/')}/`,
  repository: ({ repository }) => repository,
  target: ({ repository, oid }, _args, scope) => (oid === null ? null : commitOf(scope, repository, oid)),
};
