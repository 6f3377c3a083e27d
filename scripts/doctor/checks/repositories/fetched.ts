import { isAddress } from '../../../sources/git/mirror.ts';
import type { FiledPolicy } from '../../facts/product-facts.ts';
import type { RepositoryFacts } from '../../facts/repository-facts.ts';
import { type Finding, shell, verb } from '../../finding.ts';
import { shellWord } from '../../shell-word.ts';
import { repositoryPlace } from './repository-place.ts';

/** A product that is released at all is released more often. */
const DAYS = 30;
const DAY = 86_400_000;

/** Clones that were fetched long ago: what was released since is not known. */
export function fetched(facts: RepositoryFacts, policy: FiledPolicy, now: string): Finding[] {
  const { found, folder, product, repository } = facts;
  if (found.is !== 'open' || found.fetchedAt === null || found.origin === null) return [];
  const days = Math.floor((Date.parse(now) - found.fetchedAt) / DAY);
  if (days <= DAYS) return [];
  return [
    {
      id: 'repository-fetched-long-ago',
      severity: 'hint',
      product,
      says: `${folder} was fetched ${days} days ago: what was released since is not known.`,
      place: repositoryPlace(facts, policy, 'repository'),
      mend: isAddress(repository)
        ? verb('harvest', '--product', product)
        : shell(`git -C ${shellWord(folder)} fetch --tags`),
    },
  ];
}
