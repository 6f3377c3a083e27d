import { expect, test } from 'vitest';
import { orderFindings } from './deploy-order.ts';
import { driftAt } from './drift.ts';
import { deploymentGaps } from './gaps.ts';
import { lastKnownGood } from './last-known-good.ts';
import { rollbacksOf } from './rollbacks.ts';
import { runningAt } from './running.ts';
import { deploymentPolicy, ENVIRONMENTS, factsOf, manyDeployments, TOLERANCE } from './testing/index.ts';
import { deploymentTimeline } from './timeline.ts';

const COUNT = 10_000;

/** Well under a second on a machine of its own; the limit is for one that does other things as well. */
test('ten thousand deployments are evaluated at once', () => {
  const records = manyDeployments(COUNT, 1);
  const facts = factsOf(records, { namedDigests: () => new Set() });
  const policy = deploymentPolicy();
  const times: Record<string, number> = {};
  const timed = <Result>(what: string, work: () => Result): Result => {
    const begun = performance.now();
    const result = work();
    times[what] = Math.round(performance.now() - begun);
    return result;
  };
  const environments = timed('timelines', () =>
    ENVIRONMENTS.map((id) => {
      const own = records.filter(({ data }) => data.environment === id);
      return { id, timeline: deploymentTimeline(own, TOLERANCE) };
    }),
  );
  const now = Date.parse('2030-01-01T00:00:00Z');
  const each = environments.map(({ timeline }) => timeline);
  timed('running at each', () =>
    each.flatMap((timeline) => timeline.map(({ settled }) => runningAt(timeline, settled))),
  );
  timed('gaps', () => each.map(deploymentGaps));
  timed('rollbacks', () => each.map(rollbacksOf));
  timed('drift', () => driftAt(environments, now));
  timed('last known good', () => each.map((timeline) => lastKnownGood(timeline, now, facts)));
  timed('order of each', () =>
    each.flatMap((timeline) => timeline.map((event) => orderFindings(event, timeline, policy))),
  );
  const total = Object.values(times).reduce((sum, time) => sum + time, 0);
  expect(total, JSON.stringify(times)).toBeLessThan(3000);
});
