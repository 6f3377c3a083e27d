import { describe, expect, test } from 'vitest';
import { deployed, moment } from './testing/deployments.ts';
import { march } from './testing/march.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

describe('failed deployment recovery time', () => {
  const BAD = deployed('1.1', '2026-03-03T10:00', { end: '2026-03-03T10:10' });

  test('runs from when it was noticed to when customers had it back', () => {
    const rollback = { from: '1.1', detectedAt: '2026-03-03T10:30', restoredAt: '2026-03-03T11:15' };
    const { recoveryTime } = march([BAD, deployed('1.0', '2026-03-03T11:00', { rollback })]);
    expect(recoveryTime).toMatchObject({ measured: 1, of: 1, median: 45 * MINUTE, open: 0, untold: 0 });
  });

  test('runs from the beginning to the end of a rollback that says no more', () => {
    const rollback = deployed('1.0', '2026-03-03T11:00', { end: '2026-03-03T11:07', rollback: {} });
    expect(march([BAD, rollback]).recoveryTime).toMatchObject({ median: 7 * MINUTE });
  });

  test('runs to the next success where the rollback failed', () => {
    const failed = deployed('1.0', '2026-03-03T11:00', { outcome: 'failed', rollback: { from: '1.1' } });
    const again = deployed('1.0', '2026-03-03T11:20', {
      end: '2026-03-03T11:30',
      rollback: { from: '1.1', restoredAt: '2026-03-03T11:40' },
    });
    expect(march([BAD, failed]).recoveryTime).toMatchObject({ measured: 0, of: 1, open: 1 });
    expect(march([BAD, failed, again]).recoveryTime).toMatchObject({ measured: 1, median: 40 * MINUTE });
  });

  test('runs from the end of a failure to the next success of its modules', () => {
    const failed = deployed('1.1', '2026-03-03T10:00', {
      ...{ outcome: 'failed', end: '2026-03-03T10:10', part: ['api'] },
    });
    const other = deployed('1.1', '2026-03-03T10:20', { part: ['web'] });
    const mended = deployed('1.2', '2026-03-03T11:00', { end: '2026-03-03T11:10' });
    expect(march([failed, other]).recoveryTime).toMatchObject({ median: null, because: 'none-measured' });
    expect(march([failed, other, mended]).recoveryTime).toMatchObject({ measured: 1, median: HOUR });
  });

  test('takes no time where an overlapping deployment had it in order before the failure ended', () => {
    const failed = deployed('1.1', '2026-03-03T10:00', { outcome: 'failed', end: '2026-03-03T12:00' });
    const other = deployed('1.2', '2026-03-03T10:30', { end: '2026-03-03T11:00' });
    expect(march([failed, other]).recoveryTime).toMatchObject({ measured: 1, median: 0 });
  });

  test('of a failure that rolled itself back runs from whichever was first', () => {
    const failed = deployed('1.1', '2026-03-03T10:00', { outcome: 'failed', end: '2026-03-03T10:30' });
    const rollback = { end: '2026-03-03T10:25', rollback: { from: '1.1' } };
    const { recoveryTime } = march([failed, deployed('1.0', '2026-03-03T10:20', rollback)]);
    expect(recoveryTime).toMatchObject({ measured: 1, median: 5 * MINUTE });
  });

  test('of an emergency release runs from its declaration, where there is one', () => {
    const hotfix = deployed('1.1.1', '2026-03-03T12:00', { end: '2026-03-03T12:10' });
    const isUnplanned = (version: string) => version === '1.1.1';
    expect(march([BAD, hotfix], { isUnplanned }).recoveryTime).toMatchObject({ of: 1, untold: 1 });
    const declaredAt = () => moment('2026-03-03T11:00');
    const { recoveryTime } = march([BAD, hotfix], { isUnplanned, declaredAt });
    expect(recoveryTime).toMatchObject({ measured: 1, median: 70 * MINUTE });
  });

  test('is not told by times that contradict each other', () => {
    const rollback = { from: '1.1', detectedAt: '2026-03-03T12:00', restoredAt: '2026-03-03T11:15' };
    const early = { from: '1.1', detectedAt: '2026-03-03T09:00' };
    for (const said of [rollback, early])
      expect(
        march([BAD, deployed('1.0', '2026-03-03T11:00', { rollback: said })]).recoveryTime,
      ).toMatchObject({ measured: 0, of: 1, untold: 1 });
  });

  test('is none where nothing went wrong', () => {
    const { recoveryTime } = march([BAD]);
    expect(recoveryTime).toMatchObject({ measured: 0, of: 0, median: null, because: 'no-trouble' });
  });
});
