import { listsIn, type PackedLists } from './id-lists.ts';
import type { Texts } from './texts.ts';
import type { NodeState, Nodes } from './trace.ts';

/** Values as a trace's file has them, by the numbers of all ids: an id of none has an empty list and no digest. */
export interface StoredValues {
  /** 1 for each id that is of a value. */
  isValue: Uint8Array;
  lists: PackedLists;
  digests: Texts;
}

/** Values that are looked at where they lie. */
export function storedNodes({ isValue, lists, digests }: StoredValues): Nodes {
  const from = listsIn(lists);
  const stateOf = (id: number): NodeState => {
    const digest = digests.at(id);
    return digest === '' ? { from: from(id) } : { from: from(id), digest };
  };
  return {
    has: (id) => isValue[id] === 1,
    get: (id) => (isValue[id] === 1 ? stateOf(id) : undefined),
    *[Symbol.iterator]() {
      for (let id = 0; id < isValue.length; id += 1) if (isValue[id] === 1) yield [id, stateOf(id)] as const;
    },
  };
}
