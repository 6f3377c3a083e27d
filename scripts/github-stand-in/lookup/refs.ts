import type { Scope } from '../scope.ts';
import type { CommitView, RefView, RepositoryView } from '../views.ts';
import type { Repository } from '../world/world.ts';
import { commitNamed, commitOf } from './commits.ts';

const TAGS = 'refs/tags/';
const HEADS = 'refs/heads/';

/** The default branch. */
export function defaultBranchOf({ defaultBranch = 'main' }: Repository): string {
  return defaultBranch;
}

/** A branch or tag by its name, qualified or not; undefined where there is none. */
export function refNamed(scope: Scope, repository: RepositoryView, name: string): RefView | undefined {
  const { described } = repository;
  const bare = name.replace(TAGS, '').replace(HEADS, '');
  const isTag = described.releases?.some(({ tag }) => tag === bare) === true || name.startsWith(TAGS);
  const oid = target(scope, described, bare);
  const exists = oid !== undefined || bare === defaultBranchOf(described);
  if (!exists || (isTag && name.startsWith(HEADS))) return undefined;
  return {
    __typename: 'Ref',
    repository,
    qualifiedName: `${isTag ? TAGS : HEADS}${bare}`,
    oid: oid ?? null,
  };
}

function target(scope: Scope, repository: Repository, name: string): string | undefined {
  const given = repository.refs?.[name];
  if (given !== undefined) return given;
  const tagged = repository.releases?.find(({ tag }) => tag === name)?.tagCommit;
  if (tagged != null || name !== defaultBranchOf(repository)) return tagged ?? undefined;
  const merged = scope.pulls(repository).listed('CREATED_AT', ['MERGED']);
  return merged.at(merged.length - 1)?.mergeCommit ?? undefined;
}

/** What an expression such as "main", "v1.2.0", "HEAD" or an oid leads to. */
export function commitAt(
  scope: Scope,
  repository: RepositoryView,
  expression: string,
): CommitView | undefined {
  const name = expression === 'HEAD' ? defaultBranchOf(repository.described) : expression;
  const oid = refNamed(scope, repository, name)?.oid;
  return oid == null ? commitNamed(scope, repository, expression) : commitOf(scope, repository, oid);
}
