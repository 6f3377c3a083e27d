import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthName, monthsOf, yearBefore } from './months.ts';

const MOMENT = '2026-09-28T10:00:00+00:00';

test('a year has thirteen months where it begins and ends in one, cut at both ends', () => {
  const months = monthsOf(yearBefore(MOMENT));
  expect(months).toHaveLength(13);
  expect(months[0]).toEqual({ id: '2026-09', from: '2026-09-01T00:00:00+00:00', to: MOMENT });
  expect(months.at(-1)).toEqual({
    id: '2025-09',
    from: '2025-09-28T10:00:00+00:00',
    to: '2025-10-01T00:00:00+00:00',
  });
});

test('a year that ends with a month has nothing of the next one', () => {
  const months = monthsOf(yearBefore('2026-09-01T00:00:00+00:00'));
  expect([months[0]?.id, months.at(-1)?.id, months.length]).toEqual(['2026-08', '2025-09', 12]);
});

test('months add up to their period, without a gap', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      (date) => {
        const period = yearBefore(`${date.toISOString().slice(0, 19)}+00:00`);
        const months = monthsOf(period).reverse();
        expect([months[0]?.from, months.at(-1)?.to]).toEqual([period.from, period.to]);
        for (const [index, month] of months.slice(1).entries()) expect(month.from).toBe(months[index]?.to);
      },
    ),
  );
});

test('a month has its name', () => expect(monthName('2026-02')).toBe('February 2026'));
