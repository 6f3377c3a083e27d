import { nodeOf } from './merge-traces.ts';
import type { NodeState, Nodes } from './trace.ts';

/** What is known of values in a build that follows another one. */
export interface NodeStates extends Nodes {
  /** Takes a value over as the build before had it. */
  keep(id: number): void;
  /** True for a value that is as the build before had it. */
  isKept(id: number): boolean;
  set(id: number, state: NodeState): void;
  /** Those that are not as the build before had them. */
  own(): ReadonlyNodes;
}

/** Values of which it is known how many they are. */
export type ReadonlyNodes = ReadonlyMap<number, NodeState>;

/** Hundreds of thousands of values stay as they were: of each of these one byte is held. `count`: ids of the build before. */
export function nodeStates(before: Nodes, count: number): NodeStates {
  const isTaken = new Uint8Array(count);
  const own = new Map<number, NodeState>();
  const isKept = (id: number): boolean => isTaken[id] === 1 && !own.has(id);
  return {
    has: (id) => isTaken[id] === 1 || own.has(id),
    get: (id) => own.get(id) ?? (isTaken[id] === 1 ? before.get(id) : undefined),
    keep(id) {
      isTaken[id] = 1;
    },
    isKept,
    set(id, state) {
      own.set(id, nodeOf(this.get(id), state));
    },
    own: () => own,
    *[Symbol.iterator]() {
      for (let id = 0; id < count; id += 1) {
        const state = isKept(id) ? before.get(id) : undefined;
        if (state !== undefined) yield [id, state] as const;
      }
      yield* own;
    },
  };
}
