import { describe, expect, test } from 'vitest';
import { CadenceSchema, FreezeSchema } from '../../records/index.ts';
import type { RecordedDeployment } from '../deployments/timeline.ts';
import { productClock } from '../product-clock.ts';
import { type CadencePolicy, cadenceKept } from './cadence.ts';
import { deliveryLog } from './log.ts';
import { deployed, facts, moment, timelineOf } from './testing/deployments.ts';

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

function policy(freezes: [from: string, until: string][] = [], more: object = {}): CadencePolicy {
  return {
    cadence: CadenceSchema.parse({ rhythm: 'days', days: WORKDAYS, ...more }),
    freezes: freezes.map(([from, until]) =>
      FreezeSchema.parse({ from: `${from}:00+00:00`, until: `${until}:00+00:00`, because: 'quarter' }),
    ),
  };
}

function kept(
  zone: string,
  [from, until]: [string, string],
  given: CadencePolicy,
  ...records: RecordedDeployment[]
) {
  const log = deliveryLog(timelineOf(...records), facts());
  const result = cadenceKept(log, { from: moment(from), until: moment(until) }, given, productClock(zone));
  return { ...result, days: result.days.map(({ day, state }) => `${day.slice(5)} ${state}`) };
}

describe('the cadence', () => {
  // Monday to Sunday in Kolkata.
  const WEEK: [string, string] = ['2026-03-01T18:30', '2026-03-08T18:30'];

  test('is kept on days of the zone on which a deployment succeeded', () => {
    const result = kept(
      'Asia/Kolkata',
      WEEK,
      policy(),
      deployed('1.0', '2026-03-02T11:30'),
      deployed('1.1', '2026-03-03T11:30', { outcome: 'failed' }),
      // 4 March 23:59 and 5 March 00:00 in Kolkata.
      deployed('1.2', '2026-03-04T18:29'),
      deployed('1.3', '2026-03-04T18:30', { outcome: 'unknown' }),
      deployed('1.1', '2026-03-06T11:30', { rollback: { from: '1.3' } }),
      deployed('1.4', '2026-03-07T11:30'),
    );
    expect(result).toMatchObject({ numerator: 2, denominator: 5, value: 0.4 });
    expect(result.days).toEqual([
      '03-02 kept',
      '03-03 missed',
      '03-04 kept',
      '03-05 unproven',
      '03-06 missed',
    ]);
  });

  test('a day that failed and then succeeded is kept once', () => {
    const records = [
      deployed('1.0', '2026-03-02T11:30', { outcome: 'failed' }),
      deployed('1.0', '2026-03-02T12:30'),
      deployed('1.0', '2026-03-02T13:30'),
    ];
    expect(kept('Asia/Kolkata', WEEK, policy(), ...records)).toMatchObject({ numerator: 1, denominator: 5 });
  });

  test('is not asked of the day that is not over', () => {
    const today: [string, string] = ['2026-03-01T18:30', '2026-03-03T12:00'];
    expect(kept('Asia/Kolkata', today, policy()).days).toEqual(['03-02 missed']);
  });

  test('leaves out days whose time of release is frozen', () => {
    // From Tuesday 18:00 until Thursday 09:00 in Kolkata.
    const freeze: [string, string][] = [['2026-03-03T12:30', '2026-03-05T03:30']];
    const result = kept('Asia/Kolkata', WEEK, policy(freeze, { release: '17:00' }));
    expect(result.denominator).toBe(4);
    expect(result.days).toContain('03-04 frozen');
  });

  test('without a time of release leaves out days that are frozen from beginning to end', () => {
    const whole: [string, string][] = [['2026-03-02T18:30', '2026-03-03T18:30']];
    const most: [string, string][] = [['2026-03-02T18:31', '2026-03-03T18:30']];
    expect(kept('Asia/Kolkata', WEEK, policy(whole)).denominator).toBe(4);
    expect(kept('Asia/Kolkata', WEEK, policy(most)).denominator).toBe(5);
  });

  test('follows the clocks of its zone through the weeks in which they change', () => {
    const sundays = policy([], { days: ['sun'] });
    // 8 March 2026 in New York is from 05:00 to 04:00 the next day: 23 hours.
    const spring: [string, string] = ['2026-03-08T05:00', '2026-03-09T04:00'];
    const late = deployed('1.0', '2026-03-09T03:59');
    expect(kept('America/New_York', spring, sundays, late).days).toEqual(['03-08 kept']);
    expect(kept('America/New_York', spring, sundays, deployed('1.0', '2026-03-09T04:00')).days).toEqual([
      '03-08 missed',
    ]);
    // 1 November is from 04:00 to 05:00 the next day: 25 hours.
    const autumn: [string, string] = ['2026-11-01T04:00', '2026-11-02T05:00'];
    expect(kept('America/New_York', autumn, sundays, deployed('1.0', '2026-11-02T04:59')).days).toEqual([
      '11-01 kept',
    ]);
  });

  test('says why it is none', () => {
    const asap = policy([], { rhythm: 'asap', days: undefined });
    expect(kept('UTC', WEEK, asap)).toMatchObject({ value: null, because: 'no-rhythm', days: [] });
    const weekend: [string, string] = ['2026-03-07T00:00', '2026-03-09T00:00'];
    expect(kept('UTC', weekend, policy())).toMatchObject({ value: null, because: 'no-days', days: [] });
  });
});
