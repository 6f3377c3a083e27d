import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CadenceSchema } from '../../records/index.ts';
import type { RecordedDeployment } from '../deployments/timeline.ts';
import { productClock } from '../product-clock.ts';
import { cadenceKept } from './cadence.ts';
import { firstOfMonth, monthsOf, weeksOf } from './calendar.ts';
import { startOf } from './days.ts';
import { type DeliveryLog, deliveryLog } from './log.ts';
import { type DeliveryMetrics, deliveryMetrics } from './metrics.ts';
import type { Period } from './period.ts';
import { deployed, facts, moment, type Said, timelineOf } from './testing/deployments.ts';

const ZONES = [
  'UTC',
  'Asia/Kolkata',
  'America/New_York',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Europe/Berlin',
];
const VERSIONS = ['1.0', '1.1', '1.1.1', '1.2', '1.2-rc1', '2.0'] as const;
const FIRST = moment('2025-06-01T00:00');
const YEAR_OF_MINUTES = 365 * 24 * 60;

const FACTS = facts({
  changesOf: (version) =>
    Array.from({ length: 4 }, (_, index) => ({
      id: `api-${version.length * 3 + index}`,
      committedAt: FIRST + (index - 2) * 90 * 86_400_000,
    })),
  previousOf: (version) => VERSIONS[VERSIONS.indexOf(version as '1.0') - 1] ?? null,
  isUnplanned: (version) => version === '1.1.1',
});

const minute = (count: number): string => new Date(FIRST + count * 60_000).toISOString().slice(0, 16);

const someDeployment = fc
  .record({
    version: fc.constantFrom(...VERSIONS),
    start: fc.integer({ min: 0, max: YEAR_OF_MINUTES }),
    took: fc.option(fc.integer({ min: 0, max: 3000 })),
    outcome: fc.constantFrom('succeeded', 'succeeded', 'succeeded', 'failed', 'unknown', 'running'),
    part: fc.constantFrom<string[] | undefined>(undefined, undefined, ['api'], ['web']),
    kind: fc.constantFrom('deploy', 'deploy', 'deploy', 'rollback', 'migrate'),
    from: fc.constantFrom(null, ...VERSIONS),
    trigger: fc.constantFrom(undefined, 'metric', 'person'),
  })
  .map(({ version, start, took, outcome, part, kind, from, trigger }): RecordedDeployment => {
    const rollback = { from, ...(trigger === undefined ? {} : { trigger: { kind: trigger, what: 'x' } }) };
    const said = {
      outcome,
      ...(took === null || outcome === 'running' ? {} : { end: minute(start + took) }),
      ...(part === undefined ? {} : { part }),
      ...(kind === 'rollback' ? { rollback } : {}),
      migration: kind === 'migrate',
    };
    return deployed(version, minute(start), said as Said);
  });

const someRecords = fc.uniqueArray(someDeployment, { maxLength: 40, selector: ({ path }) => path });
const someZone = fc.constantFrom(...ZONES).map(productClock);
const somePeriod = fc
  .tuple(fc.integer({ min: 0, max: YEAR_OF_MINUTES }), fc.integer({ min: 0, max: YEAR_OF_MINUTES }))
  .map(
    ([one, other]): Period => ({
      from: FIRST + Math.min(one, other) * 60_000,
      until: FIRST + Math.max(one, other) * 60_000,
    }),
  );

const logOf = (records: readonly RecordedDeployment[]): DeliveryLog =>
  deliveryLog(timelineOf(...records), FACTS);

/** What adds up: counts, not rates and medians. */
function countsOf({ frequency, leadTime, failRate, recoveryTime, reworkRate }: DeliveryMetrics): number[] {
  return [
    ...[frequency, failRate, reworkRate].flatMap(({ numerator, unproven }) => [
      numerator,
      unproven.unknown,
      unproven.running,
    ]),
    ...[failRate.denominator, reworkRate.denominator, failRate.unmatched, reworkRate.unexplained],
    ...Object.values(failRate.causes),
    ...[leadTime, recoveryTime].flatMap(({ measured, of }) => [measured, of]),
    ...[recoveryTime.open, recoveryTime.untold],
  ];
}

const sum = (rows: readonly number[][], like: readonly number[]): number[] =>
  like.map((_, index) => rows.reduce((total, row) => total + (row[index] ?? 0), 0));

test('months and weeks add up to the whole period', () => {
  fc.assert(
    fc.property(someRecords, someZone, somePeriod, (records, clock, period) => {
      const log = logOf(records);
      const whole = deliveryMetrics(log, period, clock);
      for (const pieces of [monthsOf(period, clock), weeksOf(period, clock)]) {
        const measured = pieces.map((piece) => deliveryMetrics(log, piece, clock));
        expect(sum(measured.map(countsOf), countsOf(whole))).toEqual(countsOf(whole));
        const days = measured.reduce((total, { frequency }) => total + frequency.denominator, 0);
        expect(days).toBeCloseTo(whole.frequency.denominator, 6);
      }
    }),
  );
});

test('rates lie between nothing and all, and nothing takes less than no time', () => {
  fc.assert(
    fc.property(someRecords, someZone, somePeriod, (records, clock, period) => {
      const { failRate, reworkRate, leadTime, recoveryTime } = deliveryMetrics(logOf(records), period, clock);
      for (const { value, numerator, denominator } of [failRate, reworkRate]) {
        expect(value === null).toBe(denominator === 0);
        expect(numerator).toBeLessThanOrEqual(denominator);
        if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
      }
      for (const each of [leadTime, recoveryTime]) {
        expect(each.measured).toBeLessThanOrEqual(each.of);
        if (each.median === null) continue;
        expect(each.median).toBeGreaterThanOrEqual(0);
        if (each.measured > 4) expect(each.ninetieth).toBeGreaterThanOrEqual(each.median);
      }
      expect(recoveryTime.of).toBe(failRate.numerator);
      expect(recoveryTime.measured + recoveryTime.open + recoveryTime.untold).toBe(recoveryTime.of);
    }),
  );
});

test('the order of records does not matter', () => {
  const shuffled = someRecords.chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
  );
  fc.assert(
    fc.property(shuffled, someZone, somePeriod, ([one, other], clock, period) => {
      expect(deliveryMetrics(logOf(other), period, clock)).toEqual(
        deliveryMetrics(logOf(one), period, clock),
      );
    }),
  );
});

test('every change comes once', () => {
  fc.assert(
    fc.property(someRecords, (records) => {
      const ids = logOf(records).arrivals.map(({ change }) => change);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('days of the cadence add up over months, and every one has one state', () => {
  const policy = {
    cadence: CadenceSchema.parse({ rhythm: 'days', days: ['mon', 'wed', 'sun'], release: '00:30' }),
    freezes: [],
  };
  fc.assert(
    fc.property(someRecords, someZone, somePeriod, (records, clock, { until }) => {
      const log = logOf(records);
      const period = { from: startOf(firstOfMonth('2025-06-01'), clock), until };
      const whole = cadenceKept(log, period, policy, clock);
      const months = monthsOf(period, clock).map((month) => cadenceKept(log, month, policy, clock));
      expect(months.flatMap(({ days }) => days)).toEqual(whole.days);
      expect(whole.days.filter(({ state }) => state === 'kept')).toHaveLength(whole.numerator);
      expect(whole.denominator).toBe(whole.days.length);
    }),
  );
});
