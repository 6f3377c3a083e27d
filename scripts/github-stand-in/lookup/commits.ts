import type { Scope } from '../scope.ts';
import type { CommitView, PullView, RepositoryView } from '../views.ts';
import type { Commit } from '../world/commit.ts';
import type { Pull } from '../world/pull.ts';
import { pullView } from './repositories.ts';

/** A commit that the repository knows, by its full oid. */
export function commitNamed(scope: Scope, repository: RepositoryView, oid: string): CommitView | undefined {
  const own = scope.commits(repository.described).get(oid);
  const pull = scope.pulls(repository.described).containing(oid).find(describes(oid));
  const commit = own ?? (pull && ofPull(pull, oid)) ?? mentioned(repository, oid);
  return commit && { __typename: 'Commit', repository, described: commit, pull };
}

/** A commit that a description names, whether or not anything more is known of it. */
export function commitOf(scope: Scope, repository: RepositoryView, oid: string, pull?: Pull): CommitView {
  const described = scope.commits(repository.described).get(oid) ?? (pull && ofPull(pull, oid)) ?? { oid };
  return { __typename: 'Commit', repository, described, pull };
}

/** Pull requests that contain a commit, of every repository, this one's first, by when they were created. */
export function pullsWith(scope: Scope, { repository, described }: CommitView): PullView[] {
  const late = new Set(scope.faults.lateIndex);
  return scope.world.repositories
    .map((each) => (each === repository.described ? repository : viewOf(each)))
    .flatMap((each) =>
      scope
        .pulls(each.described)
        .containing(described.oid)
        .map((pull) => pullView(scope, each, pull)),
    )
    .filter(({ described: pull }) => !late.has(pull.number));
}

function viewOf(described: RepositoryView['described']): RepositoryView {
  return { __typename: 'Repository', described };
}

/** A pull request that contains a commit by chance says nothing about it. */
function describes(oid: string): (pull: Pull) => boolean {
  return (pull) => ofPull(pull, oid) !== undefined;
}

function ofPull(pull: Pull, oid: string): Commit | undefined {
  const commit = pull.commits?.find((each) => each.oid === oid);
  if (commit !== undefined) return commit;
  if (oid !== pull.mergeCommit && pull.landed?.includes(oid) !== true) return undefined;
  const authoredAt = pull.mergedAt ?? pull.createdAt;
  return { oid, message: `${pull.title} (#${pull.number})`, authoredAt };
}

/** A commit that only a release, a deployment, a branch or another pull request names. */
function mentioned({ described }: RepositoryView, oid: string): Commit | undefined {
  const { releases = [], deployments = [], refs = {} } = described;
  const isKnown =
    releases.some(({ tagCommit }) => tagCommit === oid) ||
    deployments.some(({ commit }) => commit === oid) ||
    Object.values(refs).includes(oid);
  return isKnown ? { oid } : undefined;
}
