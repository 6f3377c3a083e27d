import { type Environment, Fault, type Policy } from '../../../src/records/index.ts';

/** The environment of an id. Throws a Fault where the policy does not know it, with those that there are. */
export function knownEnvironment(id: string, { environments, product }: Policy): Environment {
  const known = environments.find((environment) => environment.id === id);
  if (known !== undefined) return known;
  const ids = environments.map((environment) => environment.id).join(', ');
  throw new Fault(`${product} has no environment "${id}"`, {
    hint: ids === '' ? 'Write "environments:" into policy.md, production last.' : `It has ${ids}.`,
  });
}
