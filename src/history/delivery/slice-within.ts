import type { Period } from './period.ts';

/** Something that is counted at a moment, in milliseconds. */
interface Timed {
  at: number;
}

/** What belongs to a period, of things in the order of their moments: by halving, as there may be very many. */
export function sliceWithin<Item extends Timed>(sorted: readonly Item[], { from, until }: Period): Item[] {
  return sorted.slice(firstFrom(from, sorted), firstFrom(until, sorted));
}

/** Where the things from a moment on begin. */
function firstFrom(moment: number, sorted: readonly Timed[]): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.at ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
