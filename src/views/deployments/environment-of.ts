import type { Policy } from '../../records/policy.ts';
import { type Environment, EnvironmentSchema } from '../../records/process.ts';

/** An environment by its id: also one of which the policy says nothing any more, and only records know. */
export function environmentOf({ environments }: Pick<Policy, 'environments'>, id: string): Environment {
  return environments.find((environment) => environment.id === id) ?? EnvironmentSchema.parse({ id });
}
