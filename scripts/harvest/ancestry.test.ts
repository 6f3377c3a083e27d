import { expect, test } from 'vitest';
import { Ancestry } from './ancestry.ts';

/** 0 ← 1 ← 3, 0 ← 2 ← 3 ← 4, and 5 by itself. */
const FORK = new Ancestry({
  starts: Int32Array.of(0, 0, 1, 2, 4, 5, 5),
  parents: Int32Array.of(0, 0, 1, 2, 3),
});

test.each([
  ['no tips', [], [0, 0, 0, 0, 0, 0]],
  ['one tip', [3], [0, 0, 0, 0, 1, 1]],
  ['the first of several that reach a commit', [1, 4], [0, 0, 1, 1, 1, 2]],
  ['one that an earlier one reaches', [4, 1], [0, 0, 0, 0, 0, 2]],
  ['a tip twice, and none', [null, 2, 2, 5], [1, 4, 1, 4, 4, 3]],
])('which tip reaches a commit first: %s', (_name, tips, expected) =>
  expect([...FORK.firstToReach(tips)]).toEqual(expected),
);

test.each([
  [0, [1, 1, 1, 1, 1, 0]],
  [2, [0, 0, 1, 1, 1, 0]],
  [4, [0, 0, 0, 0, 1, 0]],
  [5, [0, 0, 0, 0, 0, 1]],
])('what descends from %i', (root, expected) => expect([...FORK.descendants(root)]).toEqual(expected));
