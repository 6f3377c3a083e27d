/** Stands for nothing, which joins with everything. */
export const NOTHING = 0;

/** More than there will ever be values: a pair's key is one number. */
const BASE = 2 ** 26;

/**
 * Values that commits hand on to one another, each known by a number. Thousands of commits join the same two, which are
 * joined only once.
 */
export class Joins<Value> {
  private readonly values: (Value | null)[] = [null];
  private readonly known = new Map<number, number>();
  private readonly joinValues: (left: Value, right: Value) => Value;

  /** `joinValues` gives one of the two itself where the other adds nothing to it. */
  constructor(joinValues: (left: Value, right: Value) => Value) {
    this.joinValues = joinValues;
  }

  /** Takes a value in, and gives its number. */
  add(value: Value): number {
    return this.values.push(value) - 1;
  }

  /** The value of a number; null of NOTHING. */
  valueOf(number: number): Value | null {
    return this.values[number] ?? null;
  }

  /** The number of two numbers' values joined. */
  readonly join = (left: number, right: number): number => {
    if (left === NOTHING || left === right) return right;
    if (right === NOTHING) return left;
    const key = Math.min(left, right) * BASE + Math.max(left, right);
    const known = this.known.get(key) ?? this.joinNew(left, right);
    this.known.set(key, known);
    return known;
  };

  private joinNew(left: number, right: number): number {
    const [first, second] = [this.values[left] as Value, this.values[right] as Value];
    const joined = this.joinValues(first, second);
    return joined === first ? left : joined === second ? right : this.add(joined);
  }
}
