import type { Place } from '../../../../src/records/index.ts';
import type { FiledPolicy } from '../../facts/product-facts.ts';
import type { RepositoryFacts } from '../../facts/repository-facts.ts';
import { policyPlace } from '../../policy-place.ts';

/** The line of a field of a repository's first module. */
export function repositoryPlace({ modules }: RepositoryFacts, policy: FiledPolicy, field: string): Place {
  return policyPlace(policy, 'modules', modules[0]?.index ?? 0, field);
}
