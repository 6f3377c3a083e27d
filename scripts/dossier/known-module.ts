import { Fault, type Module, type Policy } from '../../src/records/index.ts';

/**
 * The module of an id. Throws a Fault where the policy does not know it, with the modules that there are; `more` of the
 * hint says what else may have been meant.
 */
export function knownModule(id: string, { modules, product }: Policy, more = ''): Module {
  const known = modules.find((module) => module.id === id);
  if (known !== undefined) return known;
  const ids = modules.map((module) => module.id).join(', ');
  throw new Fault(`${product} has no module "${id}"`, { hint: `Its modules are ${ids}. ${more}`.trim() });
}
