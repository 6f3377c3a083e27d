import { sameOf } from './input-states.ts';
import { CHANGED, isInput, type NodeState, type Trace } from './trace.ts';

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

/** The trace with only what its pages were made from. */
export function reachable(trace: Trace): Trace {
  const [inputs, nodes] = [new Map(), new Map()] as [Trace['inputs'], Trace['nodes']];
  const visit = (from: readonly string[]): void => {
    for (const id of from) {
      if (isInput(id)) {
        const state = trace.inputs.get(id);
        if (state !== undefined) inputs.set(id, state);
      } else if (!nodes.has(id)) {
        const state = trace.nodes.get(id);
        if (state === undefined) continue;
        nodes.set(id, state);
        visit(state.from);
      }
    }
  };
  for (const { from } of trace.units.values()) visit(from);
  for (const { from } of trace.routes.values()) visit(from);
  return { ...trace, inputs, nodes };
}
