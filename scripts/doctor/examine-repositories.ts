import { repositoryOnHost } from '../parse/github/address.ts';
import { branches } from './checks/repositories/branches.ts';
import { charts } from './checks/repositories/charts.ts';
import { fetched } from './checks/repositories/fetched.ts';
import { gitHubNames } from './checks/repositories/github-names.ts';
import { opened } from './checks/repositories/opened.ts';
import { tags } from './checks/repositories/tags.ts';
import type { AskedRepository } from './facts/platform-facts.ts';
import type { FiledPolicy } from './facts/product-facts.ts';
import type { RepositoryFacts } from './facts/repository-facts.ts';
import type { Finding } from './finding.ts';

/** The repositories of one product, and its policy. */
export interface ProductRepositories {
  policy: FiledPolicy;
  repositories: readonly RepositoryFacts[];
}

/** Every check of repositories. Products may share one. */
export function examineRepositories(
  all: readonly ProductRepositories[],
  now: string,
  host: string,
): Finding[] {
  return all.flatMap(({ policy, repositories }) =>
    repositories.flatMap((facts) => [
      ...opened(facts, policy),
      ...tags(facts, policy, patternsOfOthers(all, facts)),
      ...branches(facts, policy),
      ...charts(facts, policy),
      ...gitHubNames(facts, policy, host),
      ...fetched(facts, policy, now),
    ]),
  );
}

function patternsOfOthers(
  all: readonly ProductRepositories[],
  { folder, product }: RepositoryFacts,
): string[] {
  return all
    .flatMap(({ repositories }) => repositories)
    .filter((other) => other.folder === folder && other.product !== product)
    .flatMap(({ modules }) => modules.flatMap(({ module }) => module.tags));
}

/** The repositories on the platform that harvests ask for, each once. */
export function askedFor(
  all: readonly ProductRepositories[],
  host: string,
): Pick<AskedRepository, 'name' | 'product'>[] {
  const named = all.flatMap(({ repositories }) =>
    repositories.flatMap(({ modules, found, product, repository }) => {
      const origin = found.is === 'open' ? found.origin : null;
      const name =
        modules.find(({ module }) => module.github !== undefined)?.module.github ??
        repositoryOnHost(origin ?? repository, host);
      return name === null ? [] : [{ name, product }];
    }),
  );
  return [...new Map(named.reverse().map((each) => [each.name.toLowerCase(), each])).values()].reverse();
}
