import type { PolicyContext } from '../../facts/policy-context.ts';
import { edit, type Finding } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';

/** Whether one of the environments is where customers are. */
export function production({ product, policy }: PolicyContext): Finding[] {
  const { environments } = policy.data;
  if (environments.length === 0 || environments.some((each) => each.production)) return [];
  return [
    {
      id: 'no-production',
      severity: 'hint',
      product: product.id,
      says: 'None of the environments is one that customers use: delivery is measured nowhere, and a rollback marks no note.',
      place: policyPlace(policy, 'environments'),
      mend: edit(
        'Write "production: true" at the environment that customers use; leave it where customers run the product themselves.',
      ),
    },
  ];
}
