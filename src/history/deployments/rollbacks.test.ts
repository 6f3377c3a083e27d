import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rollbacksOf } from './rollbacks.ts';
import { arbitraryHistory, deployed, rolledBack, TOLERANCE, time, timelineOf } from './testing/index.ts';
import { type DeploymentEvent, deploymentTimeline } from './timeline.ts';

function told(...records: Parameters<typeof timelineOf>) {
  return rollbacksOf(timelineOf(...records)).map(({ event: _, followedBy, ...rest }) => ({
    ...rest,
    followedBy: followedBy?.record.data.version ?? null,
  }));
}

const ONE = deployed('1.0.0', { at: '10:00' });
const TWO = deployed('1.1.0', { at: '11:00', finishedAt: '11:10' });

test('a rollback: how long the release ran, how long the recovery took, and what came after', () => {
  const recovered = { from: null, detectedAt: time('11:50'), restoredAt: time('12:06') };
  const back = rolledBack('1.0.0', '1.1.0', { at: '12:00', finishedAt: '12:05', rollback: recovered });
  expect(told(ONE, TWO, back, deployed('1.2.0', { at: '15:00' }))).toEqual([
    {
      ...{ from: '1.1.0', to: '1.0.0', wasDeployedBefore: true, ofRollback: false },
      ...{ recoverySeconds: 16 * 60, ranSeconds: 55 * 60, followedBy: '1.2.0' },
    },
  ]);
});

test('a rollback of a rollback, and one to a release that was never deployed', () => {
  const back = rolledBack('1.0.0', '1.1.0', { at: '12:00' });
  const never = rolledBack('0.9.0', '1.0.0', { at: '13:00' });
  expect(told(ONE, TWO, back, never)).toMatchObject([
    { ofRollback: false, wasDeployedBefore: true },
    { ofRollback: true, wasDeployedBefore: false, ranSeconds: 3600, followedBy: null },
  ]);
});

test('what never ran, still runs, or is not known has no time that it ran', () => {
  const failed = deployed('1.1.0', { at: '11:00', outcome: 'failed' });
  expect(told(ONE, failed, rolledBack('1.0.0', '1.1.0', { at: '12:00' }))).toMatchObject([
    { ranSeconds: null },
  ]);
  expect(told(ONE, TWO, rolledBack('1.0.0', null, { at: '12:00' }))).toMatchObject([
    { ranSeconds: null, from: null },
  ]);
  const futile = rolledBack('1.0.0', '1.1.0', { at: '12:00', outcome: 'failed' });
  expect(told(ONE, TWO, futile)).toMatchObject([{ ranSeconds: null }]);
});

test('a recovery that ends before it was noticed is none', () => {
  const recovered = { from: null, detectedAt: time('12:50'), restoredAt: time('12:06') };
  const back = rolledBack('1.0.0', '1.1.0', { at: '12:00', rollback: recovered });
  expect(told(ONE, TWO, back)).toMatchObject([{ recoverySeconds: null }]);
});

/** What ran before a rollback, found by looking at everything anew. */
function slowly(timeline: readonly DeploymentEvent[], event: DeploymentEvent) {
  const place = timeline.indexOf(event);
  const before = timeline.slice(0, place).filter((other) => succeeded(other) && other.settled <= event.began);
  const winners = before
    .filter((one) => !before.some((other) => other.began > one.began && other.settled < one.settled))
    .filter((one) => !before.some((other) => isTwin(one, other, timeline)))
    .sort((a, b) => a.settled - b.settled || timeline.indexOf(a) - timeline.indexOf(b));
  const { rollback, version } = event.record.data;
  const last = winners.findLastIndex(({ record }) => record.data.version !== rollback?.from);
  const run = winners[last + 1];
  const ended = succeeded(event) && version !== rollback?.from && run !== undefined;
  return {
    wasDeployedBefore: before.some(({ record }) => record.data.version === version),
    ofRollback: run?.record.data.kind === 'rollback',
    ranSeconds: ended ? Math.round((event.settled - run.settled) / 1000) : null,
  };
}

/** Of two that began in one millisecond the later one of the timeline wins. */
function isTwin(one: DeploymentEvent, other: DeploymentEvent, timeline: readonly DeploymentEvent[]): boolean {
  const after = timeline.indexOf(other) > timeline.indexOf(one);
  return after && other.began === one.began && other.settled < one.settled;
}

function succeeded({ record }: DeploymentEvent): boolean {
  return record.data.outcome === 'succeeded';
}

test('in any history each rollback is what the slow way says', () => {
  fc.assert(
    fc.property(arbitraryHistory({ length: 20 }), ({ filed }) => {
      const timeline = deploymentTimeline(filed, TOLERANCE);
      const found = rollbacksOf(timeline);
      expect(found).toHaveLength(filed.filter(({ data }) => data.kind === 'rollback').length);
      for (const rollback of found) expect(rollback).toMatchObject(slowly(timeline, rollback.event));
    }),
    { seed: 20261025, numRuns: 400 },
  );
});
