import { type NoFigure, ratio } from './figures.ts';
import type { DeliveryLog } from './log.ts';
import { type Unproven, unprovenOf } from './unproven.ts';

const DAYS_OF_A_WEEK = 7;

/** How often something new was deployed. */
export type DeploymentFrequency = {
  /** Deployments that succeeded. */
  numerator: number;
  /** Days of the period. */
  denominator: number;
  unproven: Unproven;
} & ({ perDay: number; perWeek: number } | { perDay: null; because: NoFigure });

/**
 * Deployments that succeeded, for each day and week. DORA: "the number of deployments over a given period". Rollbacks
 * and migrations bring nothing new and are none.
 */
export function deploymentFrequency({ events }: DeliveryLog, days: number): DeploymentFrequency {
  const deployments = events.filter(({ kind }) => kind === 'deploy');
  const succeeded = deployments.filter(({ outcome }) => outcome === 'succeeded').length;
  const unproven = unprovenOf(deployments);
  const { value: perDay, ...parts } = ratio(succeeded, days, 'no-time');
  if (perDay === null) return { ...parts, unproven, perDay, because: 'no-time' };
  return { ...parts, unproven, perDay, perWeek: perDay * DAYS_OF_A_WEEK };
}
