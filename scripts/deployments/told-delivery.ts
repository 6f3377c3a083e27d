import type { CadenceKept, CadenceState } from '../../src/history/delivery/cadence.ts';
import type { ChangeFailRate } from '../../src/history/delivery/fail-rate.ts';
import type { Durations, Ratio } from '../../src/history/delivery/figures.ts';
import type { DeploymentFrequency } from '../../src/history/delivery/frequency.ts';
import type { DeliveryMetrics } from '../../src/history/delivery/metrics.ts';
import type { RecoveryTime } from '../../src/history/delivery/recovery-time.ts';
import type { ReworkRate } from '../../src/history/delivery/rework-rate.ts';
import type { TroubleCause } from '../../src/history/delivery/trouble.ts';
import type { Unproven } from '../../src/history/delivery/unproven.ts';

/** One environment as `ledger delivery --json` tells it. */
export interface ToldDelivery {
  environment: string;
  /** Customers use it. */
  production: boolean;
  /** Where the figures begin, at the earliest where records do; null where nothing is recorded by then. */
  from: string | null;
  /** Where they end; this moment is not in them. */
  to: string;
  /** Null where nothing is recorded. */
  metrics: ToldMetrics | null;
  /** Null where nothing is recorded, and for a product that names no days. */
  cadence: ToldCadence | null;
}

/** DORA's five metrics, each with what it is made of; null where there is nothing to divide by or to measure. */
export interface ToldMetrics {
  /** Deployments that succeeded, over days of the product's zone. */
  frequency: {
    deployments: number;
    days: number;
    perDay: number | null;
    perWeek: number | null;
  } & Unproven;
  /** Over the changes that came to the environment; `measured` of them have a lead time. */
  leadTime: { changes: number; measured: number } & ToldDurations;
  /** Over the deployments that needed intervention: measured, not restored yet, without a time of detection. */
  recoveryTime: {
    deployments: number;
    measured: number;
    open: number;
    untold: number;
  } & ToldDurations;
  /** Deployments that needed intervention, by cause, of all whose outcome is known. */
  failRate: {
    value: number | null;
    needed: number;
    of: number;
    causes: Record<TroubleCause, number>;
    /** Rollbacks of releases whose deployment no record shows. */
    unmatched: number;
  } & Unproven;
  /** Deployments and rollbacks that an incident forced, of all that ended. */
  reworkRate: {
    value: number | null;
    forced: number;
    of: number;
    /** Rollbacks that do not say why. */
    unexplained: number;
  } & Unproven;
}

interface ToldDurations {
  medianSeconds: number | null;
  /** What nine in ten do not exceed. */
  ninetiethSeconds: number | null;
}

/** Days of the cadence in the product's zone: those that were kept, of those that were due. */
export interface ToldCadence {
  value: number | null;
  kept: number;
  due: number;
  missed: string[];
  /** Nobody knows how that day's deployment ended. */
  unproven: string[];
  /** Closed by a freeze: not due. */
  frozen: string[];
}

/** Metrics as they are told. */
export function toldMetrics(metrics: DeliveryMetrics): ToldMetrics {
  return {
    frequency: toldFrequency(metrics.frequency),
    leadTime: {
      changes: metrics.leadTime.of,
      measured: metrics.leadTime.measured,
      ...seconds(metrics.leadTime),
    },
    recoveryTime: toldRecovery(metrics.recoveryTime),
    failRate: toldFailRate(metrics.failRate),
    reworkRate: toldRework(metrics.reworkRate),
  };
}

/** The cadence as it is told; null where the policy names no days. */
export function toldCadence(kept: CadenceKept): ToldCadence | null {
  if (kept.value === null && kept.because === 'no-rhythm') return null;
  const { value, numerator, denominator, days } = kept;
  const daysOf = (wanted: CadenceState) => days.filter(({ state }) => state === wanted).map(({ day }) => day);
  return {
    ...{ value, kept: numerator, due: denominator },
    missed: daysOf('missed'),
    unproven: daysOf('unproven'),
    frozen: daysOf('frozen'),
  };
}

function toldFrequency(frequency: DeploymentFrequency): ToldMetrics['frequency'] {
  const { numerator, denominator, unproven } = frequency;
  const rates =
    frequency.perDay === null
      ? { perDay: null, perWeek: null }
      : { perDay: frequency.perDay, perWeek: frequency.perWeek };
  return { deployments: numerator, days: denominator, ...rates, ...unproven };
}

function toldRecovery(recovery: RecoveryTime): ToldMetrics['recoveryTime'] {
  const { of, measured, open, untold } = recovery;
  return { deployments: of, measured, open, untold, ...seconds(recovery) };
}

function toldFailRate(rate: ChangeFailRate): ToldMetrics['failRate'] {
  const { value, numerator, denominator }: Ratio = rate;
  const { causes, unmatched, unproven } = rate;
  return { value, needed: numerator, of: denominator, causes, unmatched, ...unproven };
}

function toldRework(rate: ReworkRate): ToldMetrics['reworkRate'] {
  const { value, numerator, denominator }: Ratio = rate;
  return { value, forced: numerator, of: denominator, unexplained: rate.unexplained, ...rate.unproven };
}

function seconds(durations: Durations): ToldDurations {
  if (durations.median === null) return { medianSeconds: null, ninetiethSeconds: null };
  const { median, ninetieth } = durations;
  return { medianSeconds: Math.round(median / 1000), ninetiethSeconds: Math.round(ninetieth / 1000) };
}
