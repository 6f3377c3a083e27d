import { type Policy, type PolicyInput, PolicySchema } from '../../../records/index.ts';
import { ENVIRONMENTS, MODULES, PRODUCT, TOLERANCE } from './constants.ts';

type DependenciesInput = PolicyInput['modules'][number]['dependsOn'];

/** What the sample modules need: presence, a lowest version, and one from a version on. */
const NEEDS: Readonly<Record<string, DependenciesInput>> = {
  api: [{ module: 'db' }, { module: 'db', atLeast: '2.0.0', since: '2.0.0' }],
  web: [{ module: 'api', atLeast: '1.1.0', since: '1.2.0' }],
  edge: [{ module: 'web' }],
};

/** A policy of these modules, by id with what each needs; without an argument of the sample ones. */
export function deploymentPolicy(needs: Readonly<Record<string, DependenciesInput>> = sampleNeeds()): Policy {
  return PolicySchema.parse({
    schema: 1,
    product: PRODUCT,
    modules: Object.entries(needs).map(([id, dependsOn]) => ({
      id,
      repository: `../${id}`,
      tags: ['v{version}'],
      dependsOn,
    })),
    environments: ENVIRONMENTS.map((id) => ({ id, production: id === 'production' })),
    deploymentTolerance: TOLERANCE,
  } satisfies PolicyInput);
}

function sampleNeeds(): Record<string, DependenciesInput> {
  return Object.fromEntries(MODULES.map((id) => [id, NEEDS[id]]));
}
