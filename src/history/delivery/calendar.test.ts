import { describe, expect, test } from 'vitest';
import { productClock } from '../product-clock.ts';
import { monthsOf, weeksOf, wholeDaysOf } from './calendar.ts';
import { startOf, untilOf } from './days.ts';
import { daysIn } from './period.ts';
import { moment } from './testing/deployments.ts';

const HOUR = 3_600_000;
const period = (from: string, until: string) => ({ from: moment(from), until: moment(until) });

describe('days', () => {
  test.each([
    ['Asia/Kolkata', '2026-02-03', '2026-02-02T18:30', 24],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00', 23],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00', 25],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00', 25],
    // Clocks skip midnight: the day begins at 01:00.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00', 23],
    // Clocks are set back to midnight: it comes twice, and the first one counts.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00', 25],
    ['Asia/Amman', '2021-10-29', '2021-10-28T21:00', 25],
    ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00', 25],
  ])('in %s the day %s begins at %s and has %s hours', (zone, day, start, hours) => {
    const clock = productClock(zone);
    expect(startOf(day, clock)).toBe(moment(start));
    expect((untilOf(day, clock) - startOf(day, clock)) / HOUR).toBe(hours);
  });

  test('a month is as long as the calendar says, whatever its clocks do', () => {
    const march = period('2026-03-01T05:00', '2026-04-01T04:00');
    expect(daysIn(march, productClock('America/New_York'))).toBe(31);
    expect(daysIn(march, productClock('UTC'))).toBeCloseTo(31 - 1 / 24, 9);
  });

  test('a day that is cut is a share of its own length', () => {
    // Noon of the 23 hours of 8 March in New York is 11 hours after its beginning.
    const morning = period('2026-03-08T05:00', '2026-03-08T16:00');
    expect(daysIn(morning, productClock('America/New_York'))).toBeCloseTo(11 / 23, 9);
    expect(daysIn(period('2026-03-02T00:00', '2026-03-02T00:00'), productClock('UTC'))).toBe(0);
    expect(daysIn(period('2026-03-02T00:00', '2026-03-01T00:00'), productClock('UTC'))).toBe(0);
  });
});

describe('months and weeks', () => {
  test('are those of the zone, cut at the ends of the period', () => {
    const clock = productClock('Asia/Kolkata');
    expect(monthsOf(period('2026-01-10T00:00', '2026-03-15T00:00'), clock)).toEqual([
      { ...period('2026-01-10T00:00', '2026-01-31T18:30'), day: '2026-01-01', whole: false },
      { ...period('2026-01-31T18:30', '2026-02-28T18:30'), day: '2026-02-01', whole: true },
      { ...period('2026-02-28T18:30', '2026-03-15T00:00'), day: '2026-03-01', whole: false },
    ]);
  });

  test('of weeks begin on Monday, also in the week in which clocks change', () => {
    const weeks = weeksOf(period('2026-03-02T05:00', '2026-03-16T04:00'), productClock('America/New_York'));
    expect(weeks).toEqual([
      { ...period('2026-03-02T05:00', '2026-03-09T04:00'), day: '2026-03-02', whole: true },
      { ...period('2026-03-09T04:00', '2026-03-16T04:00'), day: '2026-03-09', whole: true },
    ]);
  });

  test('are none of an empty period', () => {
    const nothing = period('2026-03-01T00:00', '2026-03-01T00:00');
    expect([monthsOf, weeksOf, wholeDaysOf].map((cut) => cut(nothing, productClock('UTC')))).toEqual([
      [],
      [],
      [],
    ]);
  });

  test('days count that lie in the period from beginning to end', () => {
    const days = wholeDaysOf(period('2026-03-01T01:00', '2026-03-03T23:00'), productClock('UTC'));
    expect(days.map(({ day }) => day)).toEqual(['2026-03-02']);
  });
});
