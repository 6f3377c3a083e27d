import { wordsForCustomers } from './plan/customers.ts';
import { targetHindrances, targetUnmet, uncertainties, unknownImages } from './plan/hindrances.ts';
import type { RollbackPlanInput } from './plan/input.ts';
import { irreversibleReleases } from './plan/passed-releases.ts';
import { type Situation, situationOf } from './plan/situation.ts';
import { movedStatefulParts } from './plan/stateful-parts.ts';
import { isEmpty, type PlannedSteps, plannedSteps, type RollbackStep } from './plan/steps.ts';
import { nothingToDo, warningsOf } from './plan/warnings.ts';
import type { DeploymentFinding } from './wording.ts';

export type { PartFacts, PublicNames, RecoveryFacts, RollbackPlanInput } from './plan/input.ts';
export type { RollbackStep } from './plan/steps.ts';

/** How to go from what runs in an environment to a release that ran there before. */
export interface RollbackPlan {
  product: string;
  environment: string;
  /** The newest of the releases whose modules run; null where nothing does. */
  from: string | null;
  to: string;
  /** What to put back, in this order; empty where nothing differs. */
  steps: RollbackStep[];
  /** What has to be cleared up, or answered for, before anybody follows the plan. */
  blockers: DeploymentFinding[];
  warnings: DeploymentFinding[];
  /** What the note for customers should say; empty where nothing changes for them. */
  customers: string;
}

/** Plans a rollback, and says what speaks against it. */
export function rollbackPlan(input: RollbackPlanInput): RollbackPlan {
  const situation = situationOf(input);
  const planned = plannedSteps(situation, input.timeline, input.moment, input.policy);
  const isThere = situation.newest === input.target && situation.target !== null && isEmpty(planned);
  return {
    product: input.policy.product,
    environment: input.environment,
    from: situation.from,
    to: input.target,
    steps: planned.steps,
    blockers: isThere ? [] : blockersOf(input, situation, planned),
    warnings: isThere ? [nothingToDo(input, situation)] : warningsOf(input, situation, planned),
    customers: wordsForCustomers(input, situation.from, planned.steps),
  };
}

function blockersOf(
  input: RollbackPlanInput,
  situation: Situation,
  planned: PlannedSteps,
): DeploymentFinding[] {
  return [
    ...uncertainties(situation),
    ...targetHindrances(input, situation),
    ...unknownImages(planned.steps, input),
    ...irreversibleReleases(input, situation),
    ...movedStatefulParts(input, situation),
    ...targetUnmet(situation, input.policy),
  ];
}
