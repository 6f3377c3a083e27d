/** Ids by numbers, from 0 on: a trace names the same ones a million times. */
export interface Ids {
  readonly size: number;
  /** Its number; the next free one for an id that had none. */
  numberOf(id: string): number;
  idOf(number: number): string;
}

/** Ids in the order of their numbers; more of them are added as they are asked for. */
export function idsOf(names: readonly string[] = []): Ids {
  const all = [...names];
  // Where nothing is asked for by its name, hundreds of thousands need not be told apart.
  let numbers: Map<string, number> | null = null;
  return {
    get size() {
      return all.length;
    },
    numberOf(id) {
      numbers ??= numbered(all);
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, all.length);
      return all.push(id) - 1;
    },
    idOf: (number) => all[number] ?? '',
  };
}

function numbered(names: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [number, name] of names.entries()) numbers.set(name, number);
  return numbers;
}
