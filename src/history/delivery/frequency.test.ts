import { describe, expect, test } from 'vitest';
import { productClock } from '../product-clock.ts';
import { deliveryLog } from './log.ts';
import { deliveryMetrics } from './metrics.ts';
import { deployed, facts } from './testing/deployments.ts';
import { march } from './testing/march.ts';

describe('deployment frequency', () => {
  test('counts deployments that succeeded, and nothing else', () => {
    const { frequency } = march([
      deployed('1.0', '2026-03-02T10:00'),
      deployed('1.1', '2026-03-03T10:00'),
      deployed('1.2', '2026-03-04T10:00', { outcome: 'failed' }),
      deployed('1.3', '2026-03-05T10:00', { outcome: 'unknown' }),
      deployed('1.4', '2026-03-31T10:00', { outcome: 'running' }),
      deployed('1.1', '2026-03-06T10:00', { rollback: { from: '1.3' } }),
      deployed('1.1', '2026-03-07T10:00', { migration: true }),
    ]);
    expect(frequency).toEqual({
      ...{ numerator: 2, denominator: 31, perDay: 2 / 31, perWeek: 14 / 31 },
      unproven: { unknown: 1, running: 1 },
    });
  });

  test('counts a deployment in the period in which it ended', () => {
    const overnight = { end: '2026-03-01T00:30' };
    expect(march([deployed('1.0', '2026-02-28T23:30', overnight)]).frequency.numerator).toBe(1);
    const into = { end: '2026-04-01T00:00' };
    expect(march([deployed('1.0', '2026-03-31T23:30', into)]).frequency.numerator).toBe(0);
  });

  test('is nothing a week where nothing was deployed, and no figure where there was no time', () => {
    expect(march([]).frequency).toMatchObject({ numerator: 0, perDay: 0, perWeek: 0 });
    const never = { from: 5, until: 5 };
    const nothing = deliveryMetrics(deliveryLog([], facts()), never, productClock('UTC'));
    expect(nothing.frequency).toMatchObject({ perDay: null, because: 'no-time' });
  });
});
