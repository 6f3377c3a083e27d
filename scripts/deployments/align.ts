/** Two things of two lists that are the same, by their places in the lists. */
export type Pair = readonly [left: number, right: number];

interface Best {
  pairs: number;
  distance: number;
}

/** Whether two things of the lists can be the same, by their places. */
export type MayBe = (left: number, right: number) => boolean;

/**
 * Pairs times of two sources that tell of the same events: as many as possible of those that may be the same, none
 * crossing another, and of all ways the one with the smallest sum of distances. Both lists are sorted; which of them
 * comes first makes no difference.
 */
export function align(left: readonly number[], right: readonly number[], mayBe: MayBe): Pair[] {
  const best = bestFrom(left, right, mayBe);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const here = cell(best, i, j);
    const both = paired(best, left, right, i, j, mayBe);
    if (both !== null && compare(both, here) === 0) pairs.push([i++, j++]);
    else if (compare(cell(best, i + 1, j), here) === 0) i += 1;
    else j += 1;
  }
  return pairs;
}

/** What can be reached from each place on, the last places first. */
function bestFrom(left: readonly number[], right: readonly number[], mayBe: MayBe): Best[][] {
  const best: Best[][] = Array.from({ length: left.length + 1 }, () => []);
  for (let i = left.length; i >= 0; i -= 1)
    for (let j = right.length; j >= 0; j -= 1) {
      const ways = [
        paired(best, left, right, i, j, mayBe),
        i < left.length ? cell(best, i + 1, j) : null,
        j < right.length ? cell(best, i, j + 1) : null,
      ].filter((way) => way !== null);
      (best[i] as Best[])[j] = ways.sort(compare)[0] ?? { pairs: 0, distance: 0 };
    }
  return best;
}

function paired(
  best: readonly Best[][],
  left: readonly number[],
  right: readonly number[],
  i: number,
  j: number,
  mayBe: MayBe,
): Best | null {
  const [a, b] = [left[i], right[j]];
  if (a === undefined || b === undefined || !mayBe(i, j)) return null;
  const rest = cell(best, i + 1, j + 1);
  return { pairs: rest.pairs + 1, distance: rest.distance + Math.abs(a - b) };
}

function cell(best: readonly Best[][], i: number, j: number): Best {
  return best[i]?.[j] ?? { pairs: 0, distance: 0 };
}

/** More pairs first, then the shorter way. */
function compare(a: Best, b: Best): number {
  return b.pairs - a.pairs || a.distance - b.distance;
}
