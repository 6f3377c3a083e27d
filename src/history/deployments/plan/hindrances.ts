import type { Policy } from '../../../records/index.ts';
import { type UnmetRequirement, unmetRequirements } from '../deploy-graph.ts';
import { markedBad, noDigest, notBlessed, unnamedImages } from '../refusals.ts';
import type { DeploymentFinding } from '../wording.ts';
import type { RollbackPlanInput } from './input.ts';
import type { Situation } from './situation.ts';
import type { RollbackStep } from './steps.ts';

/** Why the target is not known to be good. */
export function targetHindrances(
  { target: version, environment, moment, facts }: RollbackPlanInput,
  { target }: Situation,
): DeploymentFinding[] {
  const never = {
    text: `${version} was never deployed to ${environment} as a whole and with success`,
    record: null,
  };
  return [
    ...(target === null ? [never] : unnamedImages(target, facts)),
    ...markedBad(version, moment, facts),
    ...notBlessed(version, facts),
  ];
}

/** Only a known image may be put back; of modules that others build nothing else asks for one. */
export function unknownImages(
  steps: readonly RollbackStep[],
  { target, facts }: RollbackPlanInput,
): DeploymentFinding[] {
  return steps
    .filter(({ digest, module }) => digest === null && !facts.modules.has(module))
    .map(({ module, record }) => ({ text: noDigest(target, module), record }));
}

/** Deployments that may change what runs, or of which nobody knows what they left. */
export function uncertainties({ running }: Situation): DeploymentFinding[] {
  const underWay = running.underWay.map(({ record: { data, path } }) => ({
    text: `the ${data.kind} of ${data.version} that began at ${data.at} is under way`,
    record: path,
  }));
  const inDoubt = running.inDoubt.map(({ record: { data, path } }) => ({
    text: `what the ${data.kind} of ${data.version} at ${data.at} left is in doubt: ${ended(data.outcome)}`,
    record: path,
  }));
  return [...underWay, ...inDoubt];
}

function ended(outcome: string): string {
  return outcome === 'failed' ? 'it failed' : 'nobody knows how it ended';
}

/** What the modules of the target need of each other and would not have. */
export function targetUnmet({ target }: Situation, policy: Policy): DeploymentFinding[] {
  if (target === null) return [];
  const versions = new Map([...target.modules].map(([id, { module }]) => [id, module.version]));
  return unmetRequirements(versions, policy).map((requirement) => ({
    text: `in ${target.version} ${unmetText(requirement)}`,
    record: target.event.record.path,
  }));
}

function unmetText({ module, version, needs, atLeast, has }: UnmetRequirement): string {
  const lowest = atLeast === null ? needs : `${needs} ${atLeast} or later`;
  return `${module} ${version} needs ${lowest}, and has ${has === null ? 'none' : has}`;
}
