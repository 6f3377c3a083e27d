import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streamPositions } from './streams.ts';
import { arbitraryHistory, type SimulatedDeployment, TOLERANCE } from './testing/index.ts';
import { deploymentTimeline } from './timeline.ts';

const RUNS = { seed: 20260329, numRuns: 300 };

function paths(records: Parameters<typeof deploymentTimeline>[0]): string[] {
  return deploymentTimeline(records, TOLERANCE).map(({ record }) => record.path);
}

/** Both are counted by one history, so that their order is known whatever the clocks say. */
function areCounted(a: SimulatedDeployment, b: SimulatedDeployment): boolean {
  const streams = streamPositions(b.record.data).map(({ stream }) => stream);
  return (
    a.generation === b.generation &&
    streamPositions(a.record.data).some(({ stream }) => streams.includes(stream))
  );
}

test('what is numbered comes in the order in which it happened, though clocks disagree', () => {
  fc.assert(
    fc.property(arbitraryHistory(), ({ happened, filed }) => {
      const order = paths(filed);
      for (const a of happened)
        for (const b of happened)
          if (a.order < b.order && areCounted(a, b))
            expect(order.indexOf(a.record.path)).toBeLessThan(order.indexOf(b.record.path));
    }),
    RUNS,
  );
});

test('the order of filing does not matter, and nothing is lost', () => {
  fc.assert(
    fc.property(arbitraryHistory(), ({ happened, filed }) => {
      expect(paths(filed)).toEqual(paths(happened.map(({ record }) => record)));
      expect(paths(filed).toSorted()).toEqual(happened.map(({ record }) => record.path).sort());
    }),
    RUNS,
  );
});

test('where clocks are right, nothing is moved: records are in UTC, and no day of theirs is short', () => {
  fc.assert(
    fc.property(arbitraryHistory({ skew: 0 }), ({ filed }) => {
      for (const { record, began } of deploymentTimeline(filed, TOLERANCE)) {
        const moved = began - Date.parse(record.data.at);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThan(filed.length);
      }
    }),
    RUNS,
  );
});

test('clocks that are too wrong are believed: the numbers began anew', () => {
  fc.assert(
    fc.property(arbitraryHistory({ skew: 0 }), ({ filed }) => {
      const backwards = filed.map((record) => ({
        ...record,
        data: { ...record.data, at: mirrored(record.data.at), finishedAt: undefined },
      }));
      const far = backwards.filter(({ data }) =>
        backwards.every(
          (other) => other.data === data || distance(other.data.at, data.at) > TOLERANCE * 60_000,
        ),
      );
      const byClock = far
        .map(({ data, path }) => ({ at: data.at, path }))
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      expect(paths(far)).toEqual(byClock.map(({ path }) => path));
    }),
    RUNS,
  );
});

function mirrored(at: string): string {
  const middle = Date.parse('2026-06-01T00:00:00Z');
  return new Date(2 * middle - Date.parse(at)).toISOString().replace('.000Z', '+00:00');
}

function distance(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b));
}
