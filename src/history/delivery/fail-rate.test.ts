import { describe, expect, test } from 'vitest';
import { deployed } from './testing/deployments.ts';
import { march } from './testing/march.ts';

describe('change fail rate', () => {
  test('counts what failed, was rolled back or was followed by an emergency release, each once', () => {
    const { failRate } = march(
      [
        deployed('1.0', '2026-03-02T10:00'),
        deployed('1.1', '2026-03-03T10:00', { outcome: 'failed' }),
        deployed('1.2', '2026-03-04T10:00'),
        deployed('1.0', '2026-03-04T12:00', { rollback: { from: '1.2' } }),
        deployed('1.3', '2026-03-05T10:00'),
        deployed('1.3.1', '2026-03-05T12:00'),
        deployed('1.4', '2026-03-06T12:00'),
      ],
      { isUnplanned: (version) => version === '1.3.1' },
    );
    expect(failRate).toMatchObject({
      ...{ numerator: 3, denominator: 6, value: 0.5, unmatched: 0, unplanned: 1 },
      causes: { failed: 1, 'rolled-back': 1, 'unplanned-release': 1 },
    });
  });

  test('a rollback takes away the last deployment of its release, however much later', () => {
    const { failRate } = march([
      deployed('1.0', '2026-03-02T10:00'),
      deployed('1.0', '2026-03-03T10:00'),
      deployed('0.9', '2026-05-04T10:00', { rollback: { from: '1.0' } }),
    ]);
    expect(failRate).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('a rollback that names no release takes away what had succeeded last', () => {
    const { failRate } = march([
      deployed('1.0', '2026-03-02T10:00'),
      deployed('1.1', '2026-03-03T10:00'),
      deployed('1.2', '2026-03-04T10:00', { outcome: 'failed' }),
      deployed('1.0', '2026-03-04T11:00', { rollback: {} }),
    ]);
    expect(failRate.causes).toEqual({ failed: 1, 'rolled-back': 1, 'unplanned-release': 0 });
  });

  test('counts apart what nobody knows, unless a rollback shows it', () => {
    const unknown = deployed('1.0', '2026-03-02T10:00', { outcome: 'unknown' });
    expect(march([unknown]).failRate).toMatchObject({
      ...{ value: null, because: 'no-deployments', numerator: 0, denominator: 0 },
      unproven: { unknown: 1, running: 0 },
    });
    const rollback = deployed('0.9', '2026-03-02T11:00', { rollback: { from: '1.0' } });
    expect(march([unknown, rollback]).failRate).toMatchObject({
      ...{ numerator: 1, denominator: 1, value: 1 },
      unproven: { unknown: 0, running: 0 },
    });
  });

  test('says of how many rollbacks no deployment is on record', () => {
    const rollback = deployed('0.9', '2026-03-02T11:00', { rollback: { from: '1.0' } });
    expect(march([rollback]).failRate).toMatchObject({ value: null, unmatched: 1 });
  });

  test('an emergency release blames the release before it, not its own attempts, and not once it runs', () => {
    const { failRate } = march(
      [
        deployed('1.0', '2026-03-02T10:00'),
        deployed('1.0.1', '2026-03-02T11:00', { outcome: 'unknown' }),
        deployed('1.0.1', '2026-03-02T12:00'),
        deployed('1.1', '2026-03-03T10:00'),
        deployed('1.0.1', '2026-03-04T10:00'),
      ],
      { isUnplanned: (version) => version === '1.0.1' },
    );
    expect(failRate).toMatchObject({ numerator: 1, denominator: 4, unproven: { unknown: 1 } });
  });
});
