import { type Durations, durations } from './figures.ts';
import type { DeliveryLog } from './log.ts';

/** How long failed deployments took to mend. */
export type RecoveryTime = Durations & {
  /** Deployments that nothing has mended yet. */
  open: number;
  /** Deployments of which nobody can tell when the trouble was noticed. */
  untold: number;
};

/**
 * Time from detection to restoration, over the deployments of the period that needed intervention. DORA: "the time it
 * takes to recover from a deployment that fails and requires immediate intervention"; outages that no deployment
 * brought are none of it.
 */
export function failedDeploymentRecoveryTime({ events }: DeliveryLog): RecoveryTime {
  const recoveries = events.flatMap(({ trouble }) => (trouble === null ? [] : [trouble.recovery]));
  const took = recoveries.flatMap((each) => (each.state === 'restored' ? [each.took] : []));
  return {
    ...durations(took, recoveries.length, 'no-trouble'),
    open: recoveries.filter(({ state }) => state === 'open').length,
    untold: recoveries.filter(({ state }) => state === 'untold').length,
  };
}
