import type { NodeStates } from './node-states.ts';
import type { IdList, Trace } from './trace.ts';

/** True where a build found nothing else than the one before it: what that one wrote tells it all. */
export function isSameTrace(after: Trace<NodeStates>, before: Trace): boolean {
  return (
    hasSameValues(after.nodes, before) &&
    isMadeOfSame(after.units, before.units) &&
    isMadeOfSame(after.routes, before.routes) &&
    hasSameInputs(after, before)
  );
}

function hasSameValues(nodes: NodeStates, { stored }: Trace): boolean {
  if (stored === undefined || nodes.own().size > 0) return false;
  return stored.isValue.every((is, id) => (is === 1) === nodes.isKept(id));
}

/** What was made anew has a list of its own of what it was made from. */
function isMadeOfSame(
  after: ReadonlyMap<string, { from: IdList }>,
  before: ReadonlyMap<string, { from: IdList }>,
): boolean {
  return after.size === before.size && [...after].every(([id, { from }]) => before.get(id)?.from === from);
}

function hasSameInputs({ inputs }: Trace, { inputs: before }: Trace): boolean {
  if (inputs.size !== before.size) return false;
  return [...inputs].every(([id, { digest, sign }]) => {
    const known = before.get(id);
    return known?.digest === digest && known.sign === sign;
  });
}
