import { endsOf } from './texts.ts';
import type { IdList } from './trace.ts';

/** Lists of numbers end to end. */
export interface PackedLists {
  lengths: Int32Array;
  numbers: Int32Array;
}

/** Lays lists end to end as they come. */
export function listPacker(): { add(list: IdList): void; packed(): PackedLists } {
  const lengths: number[] = [];
  let numbers: Int32Array = new Int32Array(1024);
  let used = 0;
  return {
    add(list) {
      if (used + list.length > numbers.length) numbers = larger(numbers, used + list.length);
      numbers.set(list, used);
      used += list.length;
      lengths.push(list.length);
    },
    packed: () => ({ lengths: Int32Array.from(lengths), numbers: numbers.subarray(0, used) }),
  };
}

/** Lists that were laid end to end. */
export function listsIn({ lengths, numbers }: PackedLists): (place: number) => Int32Array {
  const ends = endsOf(lengths);
  return (place) => numbers.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
}

function larger(numbers: Int32Array, needed: number): Int32Array {
  const room = new Int32Array(Math.max(needed, numbers.length * 2));
  room.set(numbers);
  return room;
}
