import { type Ratio, ratio } from './figures.ts';
import type { DeliveryLog } from './log.ts';
import { TROUBLE_CAUSES, type TroubleCause } from './trouble.ts';
import { isDone, type Unproven, unprovenOf } from './unproven.ts';

/** How many deployments went wrong. */
export type ChangeFailRate = Ratio & {
  causes: Record<TroubleCause, number>;
  /** Those that needed none, but were an incident's own: deployments of emergency releases. */
  unplanned: number;
  /** Nobody knows how they ended, and nothing shows that they needed intervention. */
  unproven: Unproven;
  /** Rollbacks of releases whose deployment no record shows: it is not counted. */
  unmatched: number;
};

/**
 * Deployments that needed intervention, of those of which it is known whether they did. DORA: "the ratio of
 * deployments that require immediate intervention following a deployment". It is known of one that was rolled back,
 * whatever its own outcome.
 */
export function changeFailRate({ events }: DeliveryLog): ChangeFailRate {
  const deployments = events.filter(({ kind }) => kind === 'deploy');
  const known = deployments.filter((each) => isDone(each) || each.trouble !== null);
  const found = known.flatMap(({ trouble }) => (trouble === null ? [] : [trouble.because]));
  const count = (cause: TroubleCause): number => found.filter((each) => each === cause).length;
  const causes = Object.fromEntries(TROUBLE_CAUSES.map((cause) => [cause, count(cause)]));
  return {
    ...ratio(found.length, known.length, 'no-deployments'),
    causes: causes as Record<TroubleCause, number>,
    unplanned: known.filter(({ trouble, isRework }) => trouble === null && isRework).length,
    unproven: unprovenOf(deployments.filter(({ trouble }) => trouble === null)),
    unmatched: events.filter(({ isUnmatched }) => isUnmatched).length,
  };
}
