import { beginOf, type Parts, patchParts } from './parts.ts';
import type { IdList } from './trace.ts';

/** Lists of numbers end to end. */
export interface PackedLists extends Parts {
  numbers: Int32Array;
}

/** Lays lists end to end. */
export function packLists(lists: readonly IdList[]): PackedLists {
  const none: PackedLists = { ends: new Int32Array(0), numbers: new Int32Array(0) };
  return patchLists(none, [], lists.length, (place) => lists[place] ?? []);
}

/** Lists that were laid end to end. */
export function listsIn(packed: PackedLists): (place: number) => Int32Array {
  return (place) => packed.numbers.subarray(beginOf(packed, place), packed.ends[place]);
}

/** Lays `count` lists end to end of which most are as they were; `listOf` tells those of `changed`, and the new ones. */
export function patchLists(
  lists: PackedLists,
  changed: readonly number[],
  count: number,
  listOf: (place: number) => IdList,
): PackedLists {
  let numbers: Int32Array = new Int32Array(lists.numbers.length + 1024);
  let used = 0;
  const add = (list: IdList): void => {
    if (used + list.length > numbers.length) numbers = larger(numbers, used + list.length);
    numbers.set(list, used);
    used += list.length;
  };
  const ends = patchParts(lists, changed, count, {
    keep: (begin, end) => add(lists.numbers.subarray(begin, end)),
    put(place) {
      const list = listOf(place);
      add(list);
      return list.length;
    },
  });
  return { ends, numbers: numbers.subarray(0, used) };
}

function larger(numbers: Int32Array, needed: number): Int32Array {
  const room = new Int32Array(Math.max(needed, numbers.length * 2));
  room.set(numbers);
  return room;
}
