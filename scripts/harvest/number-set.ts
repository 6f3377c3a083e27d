/** A set of numbers below a bound, one bit for each: two of them are compared or joined 32 numbers at a time. */
export type NumberSet = Uint32Array;

/** A set of some numbers below `bound`. */
export function numberSet(bound: number, members: Iterable<number> = []): NumberSet {
  const set = new Uint32Array((bound + 31) >> 5);
  for (const member of members) include(set, member);
  return set;
}

export function has(set: NumberSet, member: number): boolean {
  return ((set[member >> 5] as number) & (1 << (member & 31))) !== 0;
}

export function include(set: NumberSet, member: number): void {
  set[member >> 5] = (set[member >> 5] as number) | (1 << (member & 31));
}

export function exclude(set: NumberSet, member: number): void {
  set[member >> 5] = (set[member >> 5] as number) & ~(1 << (member & 31));
}

/** True where `set` has all that `part` has. */
export function covers(set: NumberSet, part: NumberSet): boolean {
  for (let word = 0; word < part.length; word += 1)
    if (((part[word] as number) & ~(set[word] as number)) !== 0) return false;
  return true;
}

/** All that one of them has: the one itself that has all of the other. */
export function union(left: NumberSet, right: NumberSet): NumberSet {
  if (covers(left, right)) return left;
  if (covers(right, left)) return right;
  const both = left.slice();
  for (let word = 0; word < both.length; word += 1)
    both[word] = (both[word] as number) | (right[word] as number);
  return both;
}

/** Takes out of `set` all that `other` does not have. */
export function keepCommon(set: NumberSet, other: NumberSet): void {
  for (let word = 0; word < set.length; word += 1)
    set[word] = (set[word] as number) & (other[word] as number);
}

/** Takes out of `set` all that `other` has. */
export function removeAll(set: NumberSet, other: NumberSet): void {
  for (let word = 0; word < set.length; word += 1)
    set[word] = (set[word] as number) & ~(other[word] as number);
}

/** The highest member; -1 of an empty set. */
export function highest(set: NumberSet): number {
  for (let word = set.length - 1; word >= 0; word -= 1)
    if (set[word] !== 0) return word * 32 + 31 - Math.clz32(set[word] as number);
  return -1;
}
