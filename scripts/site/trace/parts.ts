/** What lies end to end, and where each part of it ends. */
export interface Parts {
  /** Of each part, the place where the next one begins. */
  ends: Int32Array;
}

/** Where a part begins. */
export function beginOf({ ends }: Parts, place: number): number {
  return place === 0 ? 0 : (ends[place - 1] as number);
}

/** What is done with parts of which some are others now. */
export interface Patch {
  /** Called for each stretch that stays as it is. */
  keep(begin: number, end: number): void;
  /** Called for each part that is another one, or that is new; answers how long it is. */
  put(place: number): number;
}

/**
 * Walks once through parts that lie end to end and of which most stay: `changed` are the places of those that are others
 * now, in order, and beyond the last part new ones follow until there are `count`. Returns where each part ends then.
 */
export function patchParts(
  parts: Parts,
  changed: readonly number[],
  count: number,
  { keep, put }: Patch,
): Int32Array {
  const { ends: before } = parts;
  const ends = new Int32Array(count);
  let end = 0;
  const keepUntil = (from: number, until: number): void => {
    if (from >= until) return;
    const [begin, stop] = [beginOf(parts, from), beginOf(parts, until)];
    keep(begin, stop);
    const moved = end - begin;
    for (let place = from; place < until; place += 1) ends[place] = (before[place] as number) + moved;
    end += stop - begin;
  };
  const putAt = (place: number): void => {
    end += put(place);
    ends[place] = end;
  };
  let next = 0;
  for (const place of changed) {
    keepUntil(next, place);
    putAt(place);
    next = place + 1;
  }
  keepUntil(next, before.length);
  for (let place = before.length; place < count; place += 1) putAt(place);
  return ends;
}
