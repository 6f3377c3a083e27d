import type { Ids } from './ids.ts';
import { sameOf } from './input-states.ts';
import { CHANGED, type GrowingTrace, type IdList, type NodeState, type Trace } from './trace.ts';

/** Adds what another process found out. Inputs that two processes saw in two states are like none of them. */
export function addTrace(trace: GrowingTrace, found: Trace): void {
  const own = translation(found.ids, trace.ids);
  const all = (from: IdList): number[] => Array.from(from, own);
  for (const [id, state] of found.inputs) trace.inputs.set(id, sameOf(trace.inputs.get(id), state));
  for (const [theirs, state] of found.nodes) {
    const id = own(theirs);
    trace.nodes.set(id, nodeOf(trace.nodes.get(id), { ...state, from: all(state.from) }));
  }
  for (const [id, state] of found.units) trace.units.set(id, { ...state, from: all(state.from) });
  for (const [route, state] of found.routes) trace.routes.set(route, { ...state, from: all(state.from) });
}

/** A value that came out in two ways while pages were made: pages of the first way are not as the second one tells. */
export function nodeOf(known: NodeState | undefined, state: NodeState): NodeState {
  if (known?.digest === undefined || known.digest === state.digest) return state;
  return { from: [...new Set([...known.from, ...state.from])], digest: CHANGED };
}

/** The number that another table has for an id. */
function translation(from: Ids, to: Ids): (id: number) => number {
  const known = new Map<number, number>();
  return (id) => {
    const number = known.get(id) ?? to.numberOf(from.idOf(id));
    known.set(id, number);
    return number;
  };
}
