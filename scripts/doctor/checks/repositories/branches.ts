import type { FiledPolicy } from '../../facts/product-facts.ts';
import type { RepositoryFacts } from '../../facts/repository-facts.ts';
import { edit, type Finding } from '../../finding.ts';
import { listed } from '../../listed.ts';
import { policyPlace } from '../../policy-place.ts';

/** Branches that the policy names and the clone does not have. */
export function branches(
  { found, folder, product, modules }: RepositoryFacts,
  policy: FiledPolicy,
): Finding[] {
  if (found.is !== 'open') return [];
  const there = found.branches;
  return modules.flatMap(({ module, index }) =>
    (['branch', 'staging'] as const).flatMap((field): Finding[] => {
      const branch = module[field];
      if (branch === undefined || there.includes(branch) || there.includes(`origin/${branch}`)) return [];
      const known = there.length === 0 ? 'It has none.' : `It has ${listed([...there].sort())}.`;
      return [
        {
          id: 'branch-missing',
          severity: 'gap',
          product,
          says: `${folder} has no branch "${branch}", which the policy names for ${module.id}.`,
          place: policyPlace(policy, 'modules', index, field),
          mend: edit(`Mend "${field}" of the module ${module.id}. ${known}`),
        },
      ];
    }),
  );
}
