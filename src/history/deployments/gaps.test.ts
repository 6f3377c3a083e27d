import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deploymentGaps } from './gaps.ts';
import { streamPositions } from './streams.ts';
import { arbitraryHistory, deployed, type SimulatedDeployment, timelineOf } from './testing/index.ts';

const numbered = (version: string, at: string, revision: number) =>
  deployed(version, { at, modules: [{ id: 'api', version, revision }] });

function gaps(...records: Parameters<typeof timelineOf>): string[] {
  return deploymentGaps(timelineOf(...records)).map(({ stream, from, to }) => `${stream} ${from}-${to}`);
}

test('missing numbers are told, those at the beginning too', () => {
  expect(gaps(numbered('1.0.0', '10:00', 3), numbered('1.1.0', '11:00', 6))).toEqual([
    'helm api 1-2',
    'helm api 4-5',
  ]);
});

test('a number that comes again for another release is of a new count, whose beginning is missing', () => {
  const old = [1, 2, 3, 4].map((revision) => numbered('1.0.0', `1${revision}:00`, revision));
  expect(gaps(...old, numbered('2.0.0', '16:00', 3), numbered('2.1.0', '17:00', 4))).toEqual([
    'helm api 1-2',
  ]);
});

test('two records of one deployment begin no new count', () => {
  const records = [1, 2, 3].map((revision) => numbered(`1.0.${revision}`, `1${revision}:00`, revision));
  expect(gaps(...records, numbered('1.0.3', '13:40', 3))).toEqual([]);
});

test('an environment that could not be spawned anew counts on as before', () => {
  const migrated = deployed('1.1.0', {
    ...{ at: '12:00', kind: 'migrate', outcome: 'failed', migration: { from: 'old', to: 'new' } },
    modules: [{ id: 'api', version: '1.1.0', revision: 1 }],
  });
  const before = [1, 2].map((revision) => numbered('1.0.0', `1${revision - 1}:00`, revision));
  expect(gaps(...before, migrated, numbered('1.2.0', '14:00', 3))).toEqual([]);
});

/** Which numbers of each count are missing below the highest one that is known, one by one. */
function slowly(kept: readonly SimulatedDeployment[]): string[] {
  const counts = Map.groupBy(
    kept.flatMap(({ record, generation }) =>
      streamPositions(record.data).map((position) => ({
        ...position,
        count: `${generation} ${position.stream}`,
      })),
    ),
    ({ count }) => count,
  );
  return [...counts.values()].flatMap((positions) => {
    const numbers = positions.map(({ number }) => number);
    const stream = positions[0]?.stream ?? '';
    const all = Array.from({ length: Math.max(...numbers) + 1 }, (_, number) => number);
    const first = stream.startsWith('helm') ? 1 : 0;
    return all
      .filter((number) => number >= first && !numbers.includes(number))
      .map((number) => `${stream} ${number}`);
  });
}

test('in any history exactly the numbers are missing that were taken out', () => {
  const arbitrary = arbitraryHistory({ length: 20 }).chain(({ happened }) =>
    fc
      .array(fc.boolean(), { minLength: happened.length, maxLength: happened.length })
      .map((keeps) => happened.filter(({ record }, index) => keeps[index] || record.data.kind === 'migrate')),
  );
  fc.assert(
    fc.property(arbitrary, (kept) => {
      const found = deploymentGaps(timelineOf(...kept.map(({ record }) => record))).flatMap(
        ({ stream, from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => `${stream} ${from + index}`),
      );
      expect(found.sort()).toEqual(slowly(kept).sort());
    }),
    { seed: 20260601, numRuns: 300 },
  );
});
