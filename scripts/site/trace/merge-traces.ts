import { isInput, type Trace } from './trace.ts';

/** Adds what another process found out. Inputs that two processes saw in two states are like none of them. */
export function addTrace(trace: Trace, found: Trace): void {
  for (const [id, state] of found.inputs) {
    const known = trace.inputs.get(id);
    const isSame = known === undefined || known.digest === state.digest;
    trace.inputs.set(id, isSame ? state : { digest: 'changed', sign: '' });
  }
  for (const [id, state] of found.nodes) trace.nodes.set(id, state);
  for (const [id, state] of found.units) trace.units.set(id, state);
  for (const [route, state] of found.routes) trace.routes.set(route, state);
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
