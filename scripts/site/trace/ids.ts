import { extendedTable, type IdTable, idTable, numberIn } from './id-table.ts';
import { type Texts, textsIn } from './texts.ts';

/** Ids by numbers, from 0 on: a trace names the same ones a million times. */
export interface Ids {
  readonly size: number;
  /** Its number; the next free one for an id that had none. */
  numberOf(id: string): number;
  idOf(number: number): string;
  /** The names of those that were there first. */
  names(): Texts;
  /** Where all of them are found by their names. */
  table(): IdTable;
}

/** Ids as they were read: hundreds of thousands, of which a build asks for few by their names. */
export interface KnownIds {
  names: Texts;
  table: IdTable;
}

const NONE: KnownIds = {
  names: textsIn({ ends: new Int32Array(0), bytes: new Uint8Array(0) }),
  table: idTable(0, () => ''),
};

/** Ids in the order of their numbers; more of them are added as they are asked for. */
export function idsOf({ names, table }: KnownIds = NONE): Ids {
  const known = names.ends.length;
  const added: string[] = [];
  const numbers = new Map<string, number>();
  const idOf = (number: number): string =>
    number < known ? names.at(number) : (added[number - known] ?? '');
  return {
    get size() {
      return known + added.length;
    },
    numberOf(id) {
      const before = numbers.get(id) ?? numberIn(table, names, id);
      if (before >= 0) return before;
      const number = known + added.push(id) - 1;
      numbers.set(id, number);
      return number;
    },
    idOf,
    names: () => names,
    table: () => extendedTable(table, known, known + added.length, idOf),
  };
}
