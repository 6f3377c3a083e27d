import { beginOf } from './parts.ts';
import type { Texts } from './texts.ts';

/**
 * Where the numbers of ids are found by their names: a place for each hash, and the next free one where another id has
 * it. It stands on disk as it is in memory: to make it anew for hundreds of thousands takes longer than to read it. An
 * empty place holds 0, all others a number and one more.
 */
export type IdTable = Int32Array;

/** Places for each id: fewer would be found slower, more would only take room. */
const ROOM = 1.5;

/** A table of the ids 0 to `count` - 1; `nameOf` tells their names. */
export function idTable(count: number, nameOf: (number: number) => string): IdTable {
  const table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * ROOM))));
  for (let number = 0; number < count; number += 1) enter(table, number, nameOf(number));
  return table;
}

/** A table with further ids, from the number `from` on: a copy with these added, or all anew where there is no room. */
export function extendedTable(
  table: IdTable,
  from: number,
  count: number,
  nameOf: (number: number) => string,
): IdTable {
  if (count * ROOM > table.length) return idTable(count, nameOf);
  const extended = table.slice();
  for (let number = from; number < count; number += 1) enter(extended, number, nameOf(number));
  return extended;
}

/** The number of an id; -1 for one that is not among them. */
export function numberIn(table: IdTable, names: Texts, id: string): number {
  const mask = table.length - 1;
  for (let place = hashOf(id) & mask; ; place = (place + 1) & mask) {
    const number = (table[place] as number) - 1;
    if (number < 0 || isNamed(names, number, id)) return number;
  }
}

function isNamed(names: Texts, number: number, id: string): boolean {
  const begin = beginOf(names, number);
  return (names.ends[number] as number) - begin === id.length && names.whole.startsWith(id, begin);
}

function enter(table: IdTable, number: number, name: string): void {
  const mask = table.length - 1;
  let place = hashOf(name) & mask;
  while (table[place] !== 0) place = (place + 1) & mask;
  table[place] = number + 1;
}

/** FNV-1a over UTF-16 units, mixed once more: its lowest bits alone tell long names apart badly. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
