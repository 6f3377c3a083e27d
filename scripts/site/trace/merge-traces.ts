import { sameOf } from './input-states.ts';
import { CHANGED, type NodeState, type Trace } from './trace.ts';

/** Adds what another process found out. Inputs that two processes saw in two states are like none of them. */
export function addTrace(trace: Trace, found: Trace): void {
  for (const [id, state] of found.inputs) trace.inputs.set(id, sameOf(trace.inputs.get(id), state));
  for (const [id, state] of found.nodes) trace.nodes.set(id, nodeOf(trace.nodes.get(id), state));
  for (const [id, state] of found.units) trace.units.set(id, state);
  for (const [route, state] of found.routes) trace.routes.set(route, state);
}

/** A value that came out in two ways while pages were made: pages of the first way are not as the second one tells. */
export function nodeOf(known: NodeState | undefined, state: NodeState): NodeState {
  if (known?.digest === undefined || known.digest === state.digest) return state;
  return { from: [...new Set([...known.from, ...state.from])], digest: CHANGED };
}
