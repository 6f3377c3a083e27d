import { type Ratio, ratio } from './figures.ts';
import type { DeliveryLog } from './log.ts';
import { isDone, type Unproven, unprovenOf } from './unproven.ts';

/** How much of the work of deploying incidents caused. */
export type ReworkRate = Ratio & {
  unproven: Unproven;
  /** Rollbacks that do not say why: they are in the denominator only, so the rate is at least what it says. */
  unexplained: number;
};

/**
 * Deployments and rollbacks that an incident forced, of all deployments and rollbacks. DORA: "the ratio of deployments
 * that are unplanned but happen as a result of an incident in production". A migration deploys an environment, no
 * release, and is neither.
 */
export function deploymentReworkRate({ events }: DeliveryLog): ReworkRate {
  const deployed = events.filter(({ kind }) => kind !== 'migrate');
  const done = deployed.filter(isDone);
  const forced = done.filter(({ isRework }) => isRework);
  const silent = done.filter(({ event, isRework }) => {
    const { rollback } = event.record.data;
    return rollback !== undefined && rollback.trigger === undefined && !isRework;
  });
  return {
    ...ratio(forced.length, done.length, 'no-deployments'),
    unproven: unprovenOf(deployed),
    unexplained: silent.length,
  };
}
