import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deployedReleases } from './deployed-releases.ts';
import { rollbackPlan } from './rollback-plan.ts';
import { runningAt } from './running.ts';
import {
  arbitraryHistory,
  arbitraryMoment,
  deploymentPolicy,
  factsOf,
  RELEASES,
  TOLERANCE,
} from './testing/index.ts';
import { deploymentTimeline } from './timeline.ts';

const arbitrary = arbitraryHistory({ length: 16 }).chain((history) =>
  fc.record({
    history: fc.constant(history),
    moment: arbitraryMoment(history),
    target: fc.constantFrom(...RELEASES),
  }),
);

test('in any history the steps lead from what runs to what the target was, and nothing uncertain is left out', () => {
  fc.assert(
    fc.property(arbitrary, ({ history: { filed }, moment, target }) => {
      const timeline = deploymentTimeline(filed, TOLERANCE);
      const plan = rollbackPlan({
        ...{
          policy: deploymentPolicy(),
          environment: 'production',
          timeline,
          moment,
          target,
          versions: RELEASES,
        },
        ...{ facts: factsOf(filed), recoveryOf: () => null, partsOf: () => [] },
        publicNames: { product: 'Ledgerly', module: () => null },
      });
      const { modules, underWay, inDoubt } = runningAt(timeline, moment);
      const goal = deployedReleases(timeline, moment).get(target);
      const reached = new Map(
        [...modules].map(([id, { module }]) => [id, `${module.version} ${module.digest}`]),
      );
      for (const step of plan.steps) reached.set(step.module, `${step.version} ${step.digest ?? undefined}`);
      for (const [id, { module }] of goal?.modules ?? [])
        expect(reached.get(id)).toBe(`${module.version} ${module.digest}`);
      const leftOver = [...reached.keys()].filter((id) => goal !== undefined && !goal.modules.has(id));
      const texts = plan.warnings.map(({ text }) => text);
      for (const id of leftOver) expect(texts).toContainEqual(expect.stringMatching(`^${id} is not part of`));
      expect(plan.steps.map(({ order }) => order)).toEqual(plan.steps.map((_, index) => index + 1));
      for (const { record } of [...underWay, ...inDoubt])
        expect(plan.blockers.map((blocker) => blocker.record)).toContain(record.path);
      if (goal === undefined) expect(plan).toMatchObject({ steps: [], customers: '' });
    }),
    { seed: 20261025, numRuns: 300 },
  );
});
