import { driftAt, type EnvironmentTimeline } from '../../history/deployments/drift.ts';
import { type LastKnownGood, lastKnownGood } from '../../history/deployments/last-known-good.ts';
import {
  type RollbackPlan,
  type RollbackPlanInput,
  rollbackPlan,
} from '../../history/deployments/rollback-plan.ts';
import { rollbacksOf } from '../../history/deployments/rollbacks.ts';
import { runningAt } from '../../history/deployments/running.ts';
import type { RollbackFacts } from '../../verdict/rollback-facts.ts';
import type { EnvironmentNow, ProductEnvironments } from './environment-now.ts';
import { environmentOf } from './environment-of.ts';

/** What has to be known of a product to tell what runs where. */
export interface EnvironmentSources
  extends Pick<ProductEnvironments, 'product' | 'name' | 'policy' | 'now' | 'versions'> {
  /** In the policy's order; then those that only records know. */
  timelines: readonly EnvironmentTimeline[];
  /** What a rollback asks about releases. Judging is dear: they are asked for few. */
  releases: RollbackFacts;
  publicNames: RollbackPlanInput['publicNames'];
}

/** What runs where at a moment, and what each environment could go back to. */
export function productEnvironments(from: EnvironmentSources): ProductEnvironments {
  const { product, name, policy, now, versions, timelines, releases } = from;
  return {
    ...{ product, name, policy, now, versions },
    environments: timelines.map((each) => environmentNow(each, from)),
    drift: driftAt(timelines, now),
    verdictOf: releases.facts.verdictOf,
  };
}

function environmentNow({ id, timeline }: EnvironmentTimeline, from: EnvironmentSources): EnvironmentNow {
  const { policy, now, releases } = from;
  const running = runningAt(timeline, now);
  const below = running.last?.record.data.version;
  const back = lastKnownGood(timeline, now, releases.facts, below === undefined ? {} : { below });
  return {
    environment: environmentOf(policy, id),
    listed: policy.environments.some((each) => each.id === id),
    timeline,
    running,
    rollbacks: rollbacksOf(timeline),
    known: lastKnownGood(timeline, now, releases.facts),
    back,
    plan: planTo(back, { id, timeline }, from),
  };
}

function planTo(
  { good }: LastKnownGood,
  { id, timeline }: EnvironmentTimeline,
  { policy, now, releases, publicNames }: EnvironmentSources,
): RollbackPlan | null {
  if (good === null) return null;
  const here = { policy, environment: id, timeline, moment: now };
  return rollbackPlan({ ...here, target: good.version, publicNames, ...releases });
}
