import type { ProductFacts } from '../../facts/product-facts.ts';
import { edit, type Finding } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';

/** Deployments to environments that the policy does not know. */
export function environments({ id, policy, deployments }: ProductFacts): Finding[] {
  if (policy === null) return [];
  const known = new Set(policy.data.environments.map((each) => each.id));
  const count = Map.groupBy(deployments, ({ data }) => data.environment);
  return [...count]
    .filter(([environment]) => !known.has(environment))
    .map(([environment, filed]) => ({
      id: 'environment-unknown',
      severity: 'gap',
      product: id,
      says: `${filed.length === 1 ? 'A deployment is' : `${filed.length.toLocaleString('en')} deployments are`} filed for ${environment}, which the policy does not know.`,
      place: policyPlace(policy, 'environments'),
      mend: edit(
        `Write under "environments": - { id: ${environment} }; or move the folder to the name that it has now, where nothing is sealed.`,
      ),
    }));
}
