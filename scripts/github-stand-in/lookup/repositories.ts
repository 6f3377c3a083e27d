import type { Scope } from '../scope.ts';
import type { PullView, RepositoryView } from '../views.ts';
import type { Pull } from '../world/pull.ts';
import type { Repository } from '../world/world.ts';

/** A repository of a full name, today's or a former one. */
export function repositoryNamed({ world }: Scope, fullName: string): RepositoryView | undefined {
  const wanted = fullName.toLowerCase();
  const isNamed = (name: string) => name.toLowerCase() === wanted;
  const described =
    world.repositories.find((repository) => isNamed(fullNameOf(repository))) ??
    world.repositories.find(({ formerNames = [] }) => formerNames.some(isNamed));
  return described && { __typename: 'Repository', described };
}

/** A repository of a full name; one that the world does not describe has nothing but that. */
export function repositoryOrName(scope: Scope, fullName: string): RepositoryView {
  const [owner = '', name = ''] = fullName.split('/');
  return repositoryNamed(scope, fullName) ?? { __typename: 'Repository', described: { owner, name } };
}

/** "owner/name". */
export function fullNameOf({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}

/** The address of a repository's own page. */
export function addressOf(repository: Repository): string {
  return `${repository.pages ?? 'https://github.com'}/${fullNameOf(repository)}`;
}

/** A pull request as seen from the repository that lists it. */
export function pullView(scope: Scope, listing: RepositoryView, described: Pull): PullView {
  const { baseRepository } = described;
  const repository = baseRepository === undefined ? listing : repositoryOrName(scope, baseRepository);
  return { __typename: 'PullRequest', repository, described };
}

/** The page of a pull request. */
export function pageOf({ repository, described }: PullView): string {
  return `${addressOf(repository.described)}/pull/${described.number}`;
}
