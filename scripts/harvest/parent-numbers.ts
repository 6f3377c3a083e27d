/** The parents of commits, all as numbers: walks over them stay in a small part of memory. */
export interface ParentNumbers {
  /** Where the parents of each commit begin in `parents`; one more at the end. */
  starts: Int32Array;
  parents: Int32Array;
}

/** Stands for no number. */
const NONE = -1;

/** Collects parents while commits come, each under a number of its own by which others name it. */
export class ParentCollector {
  private readonly starts = [0];
  private readonly parents: number[] = [];
  /** By number: when the commit came. */
  private readonly arrivals: number[] = [];

  /** Takes in a commit; its parents may come later, or never. */
  add(commit: { order: number; parents: readonly { order: number }[] }): void {
    while (this.arrivals.length <= commit.order) this.arrivals.push(NONE);
    this.arrivals[commit.order] = this.starts.length - 1;
    for (const { order } of commit.parents) this.parents.push(order);
    this.starts.push(this.parents.length);
  }

  /** All of them, each numbered by when it came; parents that never came are left out. */
  collected(): ParentNumbers {
    const starts = new Int32Array(this.starts.length);
    const parents = new Int32Array(this.parents.length);
    let next = 0;
    for (let commit = 1; commit < starts.length; commit += 1) {
      for (let link = this.starts[commit - 1] as number; link < (this.starts[commit] as number); link += 1) {
        const arrival = this.arrivals[this.parents[link] as number] ?? NONE;
        if (arrival !== NONE) parents[next++] = arrival;
      }
      starts[commit] = next;
    }
    return { starts, parents: parents.subarray(0, next) };
  }
}

/** Sorts commits so that parents come before their children, whatever the dates. */
export function parentsFirst({ starts, parents }: ParentNumbers): Int32Array {
  const size = starts.length - 1;
  const [sorted, stack, next, seen] = [
    new Int32Array(size),
    new Int32Array(size),
    starts.slice(),
    new Uint8Array(size),
  ];
  let [count, depth] = [0, 0];
  for (let tip = 0; tip < size; tip += 1) {
    if (seen[tip] === 0) stack[depth++] = tip;
    seen[tip] = 1;
    while (depth > 0) {
      const commit = stack[depth - 1] as number;
      const link = next[commit] as number;
      next[commit] = link + 1;
      if (link === starts[commit + 1]) {
        sorted[count++] = commit;
        depth -= 1;
      } else if (seen[parents[link] as number] === 0) {
        seen[parents[link] as number] = 1;
        stack[depth++] = parents[link] as number;
      }
    }
  }
  return sorted;
}

/** The same parents, each commit numbered by its place in `sorted`. */
export function renumbered({ starts, parents }: ParentNumbers, sorted: Int32Array): ParentNumbers {
  const places = new Int32Array(sorted.length);
  for (let place = 0; place < sorted.length; place += 1) places[sorted[place] as number] = place;
  const moved: ParentNumbers = {
    starts: new Int32Array(starts.length),
    parents: new Int32Array(parents.length),
  };
  let next = 0;
  for (let place = 0; place < sorted.length; place += 1) {
    const commit = sorted[place] as number;
    for (let link = starts[commit] as number; link < (starts[commit + 1] as number); link += 1)
      moved.parents[next++] = places[parents[link] as number] as number;
    moved.starts[place + 1] = next;
  }
  return moved;
}
