import type { PolicyContext } from '../../facts/policy-context.ts';
import { edit, type Finding } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';

/** Whether the policy says on whose clock its days begin. */
export function timeZone({ product, policy }: PolicyContext): Finding[] {
  if (/^timeZone:/m.test(policy.text.split(/^---[ \t]*$/m)[1] ?? '')) return [];
  return [
    {
      id: 'no-time-zone',
      severity: 'hint',
      product: product.id,
      says: 'The policy names no time zone: times are shown, and deadlines count, in UTC.',
      place: policyPlace(policy),
      mend: edit('Write the zone of the people who release it, as: timeZone: Asia/Kolkata'),
    },
  ];
}
