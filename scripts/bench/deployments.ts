import { performance } from 'node:perf_hooks';
import { orderFindings } from '../../src/history/deployments/deploy-order.ts';
import { driftAt } from '../../src/history/deployments/drift.ts';
import { deploymentGaps } from '../../src/history/deployments/gaps.ts';
import { lastKnownGood } from '../../src/history/deployments/last-known-good.ts';
import { rollbacksOf } from '../../src/history/deployments/rollbacks.ts';
import { runningAt } from '../../src/history/deployments/running.ts';
import {
  deploymentPolicy,
  ENVIRONMENTS,
  factsOf,
  manyDeployments,
  TOLERANCE,
} from '../../src/history/deployments/testing/index.ts';
import { deploymentTimeline, type RecordedDeployment } from '../../src/history/deployments/timeline.ts';
import { median } from './measure.ts';

/** How long one thing takes that is asked about deployments, reading aside. */
export interface DeploymentsFigure {
  what: string;
  deployments: number;
  milliseconds: number;
}

/** Evaluates so many deployments to four environments again and again: medians of `rounds`, after one to warm up. */
export function measureDeployments(count: number, rounds: number): DeploymentsFigure[] {
  const records = manyDeployments(count, 1);
  const measured = Array.from({ length: rounds + 1 }, () => evaluate(records)).slice(1);
  const names = Object.keys(measured[0] ?? {});
  const figures = names.map((what) => ({
    what,
    deployments: count,
    milliseconds: median(measured.map((times) => times[what] ?? 0)),
  }));
  const sum = figures.reduce((total, { milliseconds }) => total + milliseconds, 0);
  return [...figures, { what: 'together', deployments: count, milliseconds: sum }];
}

function evaluate(records: readonly RecordedDeployment[]): Record<string, number> {
  const times: Record<string, number> = {};
  const timed = <Result>(what: string, work: () => Result): Result => {
    const begun = performance.now();
    const result = work();
    times[what] = performance.now() - begun;
    return result;
  };
  const environments = timed('their order', () =>
    ENVIRONMENTS.map((id) => {
      const own = records.filter(({ data }) => data.environment === id);
      return { id, timeline: deploymentTimeline(own, TOLERANCE) };
    }),
  );
  const timelines = environments.map(({ timeline }) => timeline);
  const facts = factsOf(records, { namedDigests: () => new Set() });
  const policy = deploymentPolicy();
  const now = Math.max(...timelines.flat().map(({ began }) => began)) + 1;
  timed('what ran after each', () =>
    timelines.flatMap((timeline) => timeline.map(({ began }) => runningAt(timeline, began))),
  );
  timed('the order of modules in each', () =>
    timelines.flatMap((timeline) => timeline.map((event) => orderFindings(event, timeline, policy))),
  );
  timed('gaps', () => timelines.map(deploymentGaps));
  timed('rollbacks', () => timelines.map(rollbacksOf));
  timed('drift', () => driftAt(environments, now));
  timed('last known good', () => timelines.map((timeline) => lastKnownGood(timeline, now, facts)));
  return times;
}
