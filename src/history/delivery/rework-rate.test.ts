import { describe, expect, test } from 'vitest';
import { deployed } from './testing/deployments.ts';
import { march } from './testing/march.ts';

describe('deployment rework rate', () => {
  test('counts emergency releases and rollbacks that an incident or a metric made necessary', () => {
    const back = (at: string, rollback: object) =>
      deployed('1.0', at, { rollback: { from: '1.1', ...rollback } });
    const { reworkRate } = march(
      [
        deployed('1.0', '2026-03-02T10:00'),
        deployed('1.1', '2026-03-03T10:00'),
        deployed('1.1.1', '2026-03-04T10:00'),
        deployed('1.1.1', '2026-03-05T10:00'),
        back('2026-03-06T10:00', { trigger: { kind: 'metric', what: 'errors 4 %' } }),
        back('2026-03-07T10:00', { trigger: { kind: 'incident', what: 'INC-1' } }),
        back('2026-03-08T10:00', { trigger: { kind: 'person', what: 'a drill' } }),
        back('2026-03-09T10:00', {}),
        back('2026-03-10T10:00', { incident: 'https://status.example/1' }),
        deployed('1.0', '2026-03-11T10:00', { migration: true }),
        deployed('1.2', '2026-03-12T10:00', { outcome: 'unknown' }),
      ],
      { isUnplanned: (version) => version === '1.1.1' },
    );
    expect(reworkRate).toEqual({
      ...{ numerator: 4, denominator: 9, value: 4 / 9, unexplained: 1 },
      unproven: { unknown: 1, running: 0 },
    });
  });

  test('has no figure where nothing was deployed', () => {
    expect(march([]).reworkRate).toMatchObject({ value: null, because: 'no-deployments' });
  });
});
