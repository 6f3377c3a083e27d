import type { ProductClock } from '../product-clock.ts';
import type { CalendarPeriod } from './calendar.ts';
import { type ChangeFailRate, changeFailRate } from './fail-rate.ts';
import type { Durations } from './figures.ts';
import { type DeploymentFrequency, deploymentFrequency } from './frequency.ts';
import { changeLeadTime } from './lead-time.ts';
import { type DeliveryLog, logWithin } from './log.ts';
import { daysIn, type Period } from './period.ts';
import { failedDeploymentRecoveryTime, type RecoveryTime } from './recovery-time.ts';
import { deploymentReworkRate, type ReworkRate } from './rework-rate.ts';

/** DORA's five metrics of software delivery performance, of one product in one environment. */
export interface DeliveryMetrics {
  frequency: DeploymentFrequency;
  leadTime: Durations;
  failRate: ChangeFailRate;
  recoveryTime: RecoveryTime;
  reworkRate: ReworkRate;
}

/** Measures a period. The clock is the product's: its days are counted. */
export function deliveryMetrics(log: DeliveryLog, period: Period, clock: ProductClock): DeliveryMetrics {
  const within = logWithin(log, period);
  return {
    frequency: deploymentFrequency(within, daysIn(period, clock)),
    leadTime: changeLeadTime(within),
    failRate: changeFailRate(within),
    recoveryTime: failedDeploymentRecoveryTime(within),
    reworkRate: deploymentReworkRate(within),
  };
}

/** What was measured in a month or a week. */
export interface MeasuredPeriod {
  period: CalendarPeriod;
  metrics: DeliveryMetrics;
}

/** The metrics of months or weeks, each by itself. */
export function deliverySeries(
  log: DeliveryLog,
  periods: readonly CalendarPeriod[],
  clock: ProductClock,
): MeasuredPeriod[] {
  return periods.map((period) => ({ period, metrics: deliveryMetrics(log, period, clock) }));
}
