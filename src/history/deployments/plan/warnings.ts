import { joined } from '../../joined.ts';
import { compareVersions } from '../../version-order.ts';
import type { DeploymentFinding } from '../wording.ts';
import type { RollbackPlanInput } from './input.ts';
import { releasesWithoutPlan } from './passed-releases.ts';
import type { Situation } from './situation.ts';
import { unknownParts } from './stateful-parts.ts';
import { isEmpty, type PlannedSteps, type Removal } from './steps.ts';

/** What whoever follows the plan should know, and nothing of it need keep from doing so. */
export function warningsOf(
  input: RollbackPlanInput,
  situation: Situation,
  planned: PlannedSteps,
): DeploymentFinding[] {
  return [
    ...forward(input, situation),
    ...mixed(situation),
    ...noModule(input, situation, planned),
    ...releasesWithoutPlan(input, situation),
    ...unknownParts(input, situation),
    ...planned.removals.map((removal) => byHand(removal, input, situation, planned.steps.length)),
  ];
}

/** What is said where the target runs already. */
export function nothingToDo(
  { target, environment }: RollbackPlanInput,
  { running }: Situation,
): DeploymentFinding {
  return {
    text: `${environment} runs ${target} already: there is nothing to do`,
    record: running.last?.record.path ?? null,
  };
}

function forward({ target }: RollbackPlanInput, { from, running }: Situation): DeploymentFinding[] {
  if (from === null || compareVersions(target, from) <= 0) return [];
  const text = `this goes forward: ${target} is newer than ${from}, which runs`;
  return [{ text, record: running.last?.record.path ?? null }];
}

/** A release may differ in its third-party parts alone. */
function noModule(
  { target }: RollbackPlanInput,
  situation: Situation,
  planned: PlannedSteps,
): DeploymentFinding[] {
  if (situation.target === null || !isEmpty(planned)) return [];
  const { path } = situation.target.event.record;
  return [{ text: `what runs has the modules of ${target}: only its other parts can differ`, record: path }];
}

function mixed({ running }: Situation): DeploymentFinding[] {
  if (!running.mixed) return [];
  const modules = [...running.modules.values()].map(
    ({ module, event }) => `${module.id} of ${event.record.data.version}`,
  );
  return [
    {
      text: `modules of several releases run: ${joined(modules)}`,
      record: running.last?.record.path ?? null,
    },
  ];
}

/** Taking a module away is no rollback: there is no image to put back, and its data may go with it. A person decides. */
function byHand(
  { module, beforeStep }: Removal,
  { target }: RollbackPlanInput,
  { running }: Situation,
  count: number,
): DeploymentFinding {
  const record = running.modules.get(module)?.event.record.path ?? null;
  const when = beforeStep > count ? 'after the last step' : `before step ${beforeStep}`;
  const what = record === null ? 'where it is there, remove it by hand' : 'remove it by hand';
  return { text: `${module} is not part of ${target}: ${what}, ${when}`, record };
}
