import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, type MayBe, type Pair } from './align.ts';

const TOLERANCE = 10;
const times = fc
  .array(fc.integer({ min: 0, max: 60 }), { maxLength: 5 })
  .map((list) => list.sort((a, b) => a - b));

/** Every way of pairing without crossing, slowly. */
function allWays(left: number[], right: number[], i = 0, j = 0): Pair[][] {
  if (i === left.length || j === right.length) return [[]];
  return [
    ...(near(left, right)(i, j)
      ? allWays(left, right, i + 1, j + 1).map((rest): Pair[] => [[i, j], ...rest])
      : []),
    ...allWays(left, right, i + 1, j),
    ...allWays(left, right, i, j + 1),
  ];
}

function near(left: number[], right: number[]): MayBe {
  return (i, j) => Math.abs((left[i] ?? 0) - (right[j] ?? 0)) <= TOLERANCE;
}

function worth(pairs: readonly Pair[], left: number[], right: number[]): [number, number] {
  const distances = pairs.map(([i, j]) => Math.abs((left[i] ?? 0) - (right[j] ?? 0)));
  return [pairs.length, distances.reduce((sum, distance) => sum + distance, 0)];
}

test('as many pairs as possible, and the nearest of those', () => {
  fc.assert(
    fc.property(times, times, (left, right) => {
      const best = allWays(left, right)
        .map((pairs) => worth(pairs, left, right))
        .sort(([a, x], [b, y]) => b - a || x - y)[0];
      expect(worth(align(left, right, near(left, right)), left, right)).toEqual(best);
    }),
    { numRuns: 200, seed: 5 },
  );
});

test('two tries of one release each find their own, though a clock is late', () => {
  expect(align([0, 5], [4, 9], near([0, 5], [4, 9]))).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('what cannot be the same is passed over', () => {
  expect(align([0, 5], [1, 6], (i, j) => i === 1 && j === 1)).toEqual([[1, 1]]);
});

test('what is further apart is not the same', () => {
  expect(align([0], [11], near([0], [11]))).toEqual([]);
});
