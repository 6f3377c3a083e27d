import { nodeOf } from './merge-traces.ts';
import type { NodeState, Nodes } from './trace.ts';

/** What is known of values in a build that follows another one. */
export interface NodeStates extends Nodes {
  /** Takes a value over as the build before had it. */
  keep(id: number): void;
  set(id: number, state: NodeState): void;
  /** Those that are not as the build before had them. */
  own(): Nodes;
}

/** Hundreds of thousands of values stay as they were: of each of these one byte is held. `count`: ids of the build before. */
export function nodeStates(before: Nodes, count: number): NodeStates {
  const isKept = new Uint8Array(count);
  const own = new Map<number, NodeState>();
  return {
    has: (id) => isKept[id] === 1 || own.has(id),
    get: (id) => own.get(id) ?? (isKept[id] === 1 ? before.get(id) : undefined),
    keep(id) {
      isKept[id] = 1;
    },
    set(id, state) {
      own.set(id, nodeOf(this.get(id), state));
    },
    own: () => own,
    *[Symbol.iterator]() {
      for (const [id, kept] of isKept.entries()) {
        const state = kept === 1 && !own.has(id) ? before.get(id) : undefined;
        if (state !== undefined) yield [id, state] as const;
      }
      yield* own;
    },
  };
}
