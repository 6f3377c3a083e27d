import { expect, test } from 'vitest';
import type { Policy } from '../../../src/records/index.ts';
import { policy } from '../../../src/verdict/testing/index.ts';
import { nextRelease, readDue } from './due-time.ts';

function policyIn(timeZone: string, cadence: Partial<Policy['cadence']> = {}): Policy {
  const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
  const usual = { rhythm: 'days', days: [...weekdays], decision: '16:00', release: '17:00' } as const;
  return policy({ timeZone, cadence: { ...usual, ...cadence } as Policy['cadence'] }).data;
}

test.each([
  ['before the decision of the day', '2026-02-03T10:29:59+00:00', '2026-02-03T11:30:00+00:00'],
  ['after it', '2026-02-03T10:30:00+00:00', '2026-02-04T11:30:00+00:00'],
  ['on a Friday evening', '2026-02-06T18:00:00+00:00', '2026-02-09T11:30:00+00:00'],
  ['on a Sunday in UTC that is a Monday there', '2026-02-08T19:00:00+00:00', '2026-02-09T11:30:00+00:00'],
])('the next release in Kolkata, %s', (_when, now, due) => {
  expect(nextRelease(policyIn('Asia/Kolkata'), now)).toBe(due);
});

test('the next release in New York, over a change of clocks', () => {
  expect(nextRelease(policyIn('America/New_York'), '2026-03-06T22:00:00+00:00')).toBe(
    '2026-03-09T21:00:00+00:00',
  );
});

test('one day of the week may be a week away', () => {
  const weekly = policyIn('UTC', { days: ['tue'] });
  expect(nextRelease(weekly, '2026-02-03T16:00:00+00:00')).toBe('2026-02-10T17:00:00+00:00');
});

test('without days or a time of release nothing is proposed', () => {
  expect(nextRelease(policyIn('UTC', { rhythm: 'asap' }), '2026-02-03T10:00:00+00:00')).toBeNull();
  const withoutTime = policy({ cadence: { rhythm: 'days', days: ['tue'], decision: '16:00' } }).data;
  expect(nextRelease(withoutTime, '2026-02-03T10:00:00+00:00')).toBeNull();
});

test('a day that is written is at the cadence’s time of release', () => {
  const now = '2026-02-03T10:00:00+00:00';
  expect(readDue('2026-02-05', policyIn('Asia/Kolkata'), now)).toBe('2026-02-05T11:30:00+00:00');
});
