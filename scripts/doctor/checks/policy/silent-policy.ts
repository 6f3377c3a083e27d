import type { PolicyContext } from '../../facts/policy-context.ts';
import { edit, type Finding } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';

/** What a policy can ask for of a release, and where. */
const ASKED = [
  ['roles', 'whose GO a release needs', 'roles:\n  - { id: qa, name: QA }'],
  ['stages', 'which stages a release passes', 'stages:\n  default: [build, unit-tests]'],
] as const;

/** What the policy does not ask for of a release, so that nothing can prove it either. */
export function silentPolicy({ product, policy }: PolicyContext): Finding[] {
  return ASKED.filter(([field]) => Object.keys(policy.data[field]).length === 0).map(
    ([field, what, example]) => ({
      id: `no-${field}`,
      severity: 'hint',
      product: product.id,
      says: `The policy does not say ${what}: no release can be blessed.`,
      place: policyPlace(policy, field),
      mend: edit(`Write into the policy, with your own names:\n${example}`),
    }),
  );
}
