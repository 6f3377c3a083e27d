import { expect, test } from 'vitest';
import { lineageOf, lineageReleases } from './lineage.ts';
import { entry, history, takenBack } from './upgrade/testing/releases.ts';

test('a release holds itself and all that it grew from, in any order of the list', () => {
  const releases = history(['1.2.0 < 1.1.0, 1.0.1'], ['1.0.1 < 1.0.0'], ['1.0.0'], ['1.1.0 < 1.0.0, 0.9.0']);
  const lineage = lineageOf(lineageReleases(releases));
  expect(lineage.heldBy('1.2.0')).toEqual(new Set(['1.2.0', '1.1.0', '1.0.1', '1.0.0']));
  expect([lineage.holds('1.1.0', '1.0.0'), lineage.holds('1.1.0', '1.0.1')]).toEqual([true, false]);
  expect(lineage.heldBy('7')).toEqual(new Set(['7']));
});

test('a release borrows what another one tells of, and it does not repeat itself', () => {
  const releases = history(
    ['1.0.1', [entry('a b', { alsoIn: ['1.1.0'] }), entry('c', { alsoIn: ['1.1.0', '1.2.0'] })]],
    ['1.1.0', [entry('a', { alsoIn: ['1.0.1'] }), entry('c')]],
    ['1.2.0', [entry('c')]],
  );
  expect(lineageReleases(releases).map(({ borrows }) => borrows)).toEqual([[], ['1.0.1'], []]);
  const partly = history(
    ['1.0.1', [entry('a b', { alsoIn: ['1.1.0'], alsoInById: { a: ['1.1.0'], b: [] } })]],
    ['1.1.0', [entry('a', { alsoIn: ['1.0.1'] })]],
  );
  expect(lineageReleases(partly).map(({ borrows }) => borrows)).toEqual([[], []]);
});

test('a release revises those whose entries it takes back or brings again, or repeats though they were', () => {
  const releases = history(
    ['1.0.0', [entry('a', { withdrawals: [takenBack('a', '1.1.0', '1.2.0')] })]],
    ['1.1.0 < 1.0.0'],
    ['1.2.0 < 1.1.0'],
    ['0.9.1', [entry('a', { alsoIn: ['1.0.0'] })]],
  );
  expect(lineageReleases(releases).map(({ revises }) => revises)).toEqual([
    [],
    ['1.0.0'],
    ['1.0.0'],
    ['1.0.0'],
  ]);
});

test('a release revises a prerelease that tells the same, but for its own', () => {
  const releases = history(
    ['1.1.0-RC1', [entry('a')]],
    ['1.1.0 < 1.1.0-RC1', [entry('a')], { folds: ['1.1.0-RC1'] }],
    ['1.0.1', [entry('a', { alsoIn: ['1.1.0'] })]],
  );
  expect(lineageReleases(releases).map(({ revises }) => revises)).toEqual([[], [], ['1.1.0-RC1']]);
});
