import type { DeploymentFinding } from '../wording.ts';
import type { RollbackPlanInput } from './input.ts';
import type { Situation } from './situation.ts';

/** Releases on the way back that cannot be taken back. */
export function irreversibleReleases(
  { recoveryOf }: RollbackPlanInput,
  { passed }: Situation,
): DeploymentFinding[] {
  return passed.flatMap((version) => {
    const recovery = recoveryOf(version);
    if (recovery?.irreversible !== true) return [];
    const text = `the recovery plan of ${version} says that something in it cannot be taken back`;
    return [{ text, record: recovery.record }];
  });
}

/** Releases on the way back of which nobody wrote whether they can be taken back. */
export function releasesWithoutPlan(
  { recoveryOf }: RollbackPlanInput,
  { passed }: Situation,
): DeploymentFinding[] {
  return passed
    .filter((version) => recoveryOf(version) === null)
    .map((version) => ({
      text: `${version} has no recovery plan: nobody said whether it can be taken back`,
      record: null,
    }));
}
