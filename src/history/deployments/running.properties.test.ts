import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Running, runningAt } from './running.ts';
import { runningHistory } from './running-history.ts';
import { arbitraryHistory, arbitraryMoment, deployed, TOLERANCE, time, timelineOf } from './testing/index.ts';
import { type DeploymentEvent, deploymentTimeline } from './timeline.ts';

const RUNS = { seed: 20261025, numRuns: 400 };

const arbitrary = arbitraryHistory().chain((history) =>
  arbitraryMoment(history).map((moment) => ({
    timeline: deploymentTimeline(history.filed, TOLERANCE),
    moment,
  })),
);

/** Said the way one would say it: of all that touched a module and had succeeded, the one that began last. */
function slowly(timeline: readonly DeploymentEvent[], moment: number): Record<string, unknown> {
  const begun = timeline.filter(({ began }) => began <= moment);
  const open = begun.filter((event) => outcome(event) === 'running' || event.settled > moment);
  const closed = begun.filter((event) => !open.includes(event));
  const good = closed.filter((event) => outcome(event) === 'succeeded');
  const base = good.findLastIndex(({ record }) => record.data.part !== true);
  const counting = good.slice(Math.max(0, base));
  const ids = new Set(counting.flatMap(({ record }) => record.data.modules.map(({ id }) => id)));
  const pairs = [...ids].map((id) => [id, counting.findLast((event) => holds(event, id))?.record.path]);
  const doubtful = closed.filter((event) => {
    const later = good.filter((other) => timeline.indexOf(other) > timeline.indexOf(event));
    const isSettled = (id: string) =>
      later.some((other) => holds(other, id) || other.record.data.part !== true);
    const { data } = event.record;
    return !good.includes(event) && !(later.length > 0 && data.modules.every(({ id }) => isSettled(id)));
  });
  return {
    modules: Object.fromEntries(pairs.sort()),
    last: good.at(-1)?.record.path ?? null,
    underWay: open.map(({ record }) => record.path),
    inDoubt: doubtful.map(({ record }) => record.path),
  };
}

function told({ modules, last, underWay, inDoubt }: Running): Record<string, unknown> {
  return {
    modules: Object.fromEntries([...modules].map(([id, { event }]) => [id, event.record.path]).sort()),
    last: last?.record.path ?? null,
    underWay: underWay.map(({ record }) => record.path),
    inDoubt: inDoubt.map(({ record }) => record.path),
  };
}

function outcome({ record }: DeploymentEvent): string {
  return record.data.outcome;
}

function holds({ record }: DeploymentEvent, id: string): boolean {
  return record.data.modules.some((module) => module.id === id);
}

test('what runs is what the slow way says, at any moment', () => {
  fc.assert(
    fc.property(arbitrary, ({ timeline, moment }) => {
      expect(told(runningAt(timeline, moment))).toEqual(slowly(timeline, moment));
    }),
    RUNS,
  );
});

test('the history of what ran agrees with what ran at each moment', () => {
  fc.assert(
    fc.property(arbitrary, ({ timeline, moment }) => {
      const last = runningHistory(timeline, moment).at(-1)?.modules ?? new Map();
      const paths = [...last].map(([id, { event }]) => [id, event.record.path]).sort();
      expect(Object.fromEntries(paths)).toEqual(slowly(timeline, moment)['modules']);
    }),
    RUNS,
  );
});

test('what began before the last success and has not ended is under way', () => {
  const timeline = timelineOf(
    deployed('1.0.0', { at: '10:00', finishedAt: '10:20' }),
    deployed('1.1.0', { at: '10:05', finishedAt: '10:06' }),
  );
  const { underWay, last } = runningAt(timeline, Date.parse(time('10:10')));
  expect(underWay.map(({ record }) => record.data.version)).toEqual(['1.0.0']);
  expect(last?.record.data.version).toBe('1.1.0');
});
