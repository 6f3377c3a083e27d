import type { ParentNumbers } from './parent-numbers.ts';

/** Some of a history's commits. */
export interface CommitSet<Commit> {
  has(commit: Commit): boolean;
}

/**
 * Who descends from whom. Parents have lower places than their children, so that one pass over an array answers for the
 * whole history what would else be a walk from commit to commit through all of memory.
 */
export class Ancestry {
  private readonly starts: Int32Array;
  private readonly parents: Int32Array;

  /** Every commit is numbered by its place. */
  constructor({ starts, parents }: ParentNumbers) {
    this.starts = starts;
    this.parents = parents;
  }

  /** By place: which of the tips is the first that reaches the commit; as many as there are tips where none does. */
  firstToReach(tips: readonly (number | null)[]): Int32Array {
    const first = new Int32Array(this.starts.length - 1).fill(tips.length);
    for (const [index, tip] of tips.entries())
      if (tip !== null) first[tip] = Math.min(first[tip] as number, index);
    for (let place = first.length - 1; place >= 0; place -= 1) this.handDown(first, place);
    return first;
  }

  private handDown(first: Int32Array, place: number): void {
    const own = first[place] as number;
    const end = this.starts[place + 1] as number;
    for (let link = this.starts[place] as number; link < end; link += 1) {
      const parent = this.parents[link] as number;
      if (own < (first[parent] as number)) first[parent] = own;
    }
  }

  /** By place: what was given at the commit and at all that it reaches, joined. `given` has a number for each place. */
  joinedFromParents(given: Int32Array, join: (left: number, right: number) => number): Int32Array {
    const joined = given.slice();
    for (let place = 0; place < joined.length; place += 1) {
      const end = this.starts[place + 1] as number;
      for (let link = this.starts[place] as number; link < end; link += 1)
        joined[place] = join(joined[place] as number, joined[this.parents[link] as number] as number);
    }
    return joined;
  }

  /** By place: what was given at the commit and at all that reach it, joined. */
  joinedFromChildren(given: Int32Array, join: (left: number, right: number) => number): Int32Array {
    const joined = given.slice();
    for (let place = joined.length - 1; place >= 0; place -= 1) {
      const end = this.starts[place + 1] as number;
      for (let link = this.starts[place] as number; link < end; link += 1) {
        const parent = this.parents[link] as number;
        joined[parent] = join(joined[parent] as number, joined[place] as number);
      }
    }
    return joined;
  }

  /** By place: 1 for the commits that reach `root`, itself included. */
  descendants(root: number): Uint8Array {
    const found = new Uint8Array(this.starts.length - 1);
    found[root] = 1;
    for (let place = root + 1; place < found.length; place += 1) {
      const end = this.starts[place + 1] as number;
      for (let link = this.starts[place] as number; link < end; link += 1)
        if (found[this.parents[link] as number] === 1) found[place] = 1;
    }
    return found;
  }
}
