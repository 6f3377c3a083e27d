import { expect, test } from 'vitest';
import { ParentCollector, parentsFirst, renumbered } from './parent-numbers.ts';

/** Commits by number with the numbers of their parents, in the order in which they come. */
function collected(commits: readonly [number, number[]][]) {
  const collector = new ParentCollector();
  for (const [order, parents] of commits)
    collector.add({ order, parents: parents.map((parent) => ({ order: parent })) });
  return collector.collected();
}

const FORK: [number, number[]][] = [
  [0, [1, 2]],
  [2, [3]],
  [1, [3]],
  [3, []],
];

test('numbers are exchanged for the order in which commits came', () => {
  const { starts, parents } = collected(FORK);
  expect([...starts]).toEqual([0, 2, 3, 4, 4]);
  expect([...parents]).toEqual([2, 1, 3, 3]);
});

test('parents come first, the first parent’s line before the others', () => {
  expect([...parentsFirst(collected(FORK))]).toEqual([3, 2, 1, 0]);
});

test('places take the place of arrivals', () => {
  const numbers = collected(FORK);
  const { starts, parents } = renumbered(numbers, parentsFirst(numbers));
  expect([...starts]).toEqual([0, 0, 1, 2, 4]);
  expect([...parents]).toEqual([0, 0, 1, 2]);
});

test('parents that never came are left out', () => {
  const { starts, parents } = collected([
    [0, [1, 9]],
    [1, [8, 2]],
    [2, [7]],
  ]);
  expect([...starts]).toEqual([0, 1, 2, 2]);
  expect([...parents]).toEqual([1, 2]);
});

test('no commits at all', () => expect(parentsFirst(collected([]))).toHaveLength(0));
