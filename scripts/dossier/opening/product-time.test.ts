import { describe, expect, test } from 'vitest';
import { Fault } from '../../../src/records/index.ts';
import { readTime, toldTime } from './product-time.ts';

const NOW = '2026-02-03T20:00:00+00:00';

function read(text: string, timeZone: string, timeOfDay?: string): string {
  return readTime(text, { option: '--due', timeZone, now: NOW, timeOfDay });
}

describe.each([
  ['Asia/Kolkata', '2026-02-05T11:30:00+00:00', '2026-02-04T11:30:00+00:00'],
  ['America/New_York', '2026-02-05T22:00:00+00:00', '2026-02-03T22:00:00+00:00'],
])('times on the clock of %s', (zone, thatDay, today) => {
  test.each(['2026-02-05T17:00', '2026-02-05 17:00', '2026-02-05T17:00:00'])('%s', (text) => {
    expect(read(text, zone)).toBe(thatDay);
  });

  test('a day alone is at the usual time, where there is one', () => {
    expect(read('2026-02-05', zone, '17:00')).toBe(thatDay);
    expect(() => read('2026-02-05', zone)).toThrow(Fault);
  });

  test('a time alone is of today, which is another day there', () => {
    expect(read('17:00', zone)).toBe(today);
  });

  test('an offset counts, wherever the product is', () => {
    expect(read('2026-02-05T17:00:00+05:30', zone)).toBe('2026-02-05T11:30:00+00:00');
    expect(read('2026-02-05T11:30:00Z', zone)).toBe('2026-02-05T11:30:00+00:00');
    expect(read('2026-02-05t11:30:00.250z', zone)).toBe('2026-02-05T11:30:00+00:00');
  });
});

test.each(['', 'tomorrow', '2026-02-30T17:00', '2026-02-03T24:00', '25:00', '1738578600', '03.02.2026'])(
  '"%s" is no time',
  (text) => {
    expect(() => read(text, 'UTC', '17:00')).toThrow(/expected a time/);
  },
);

test('a time that clocks skip is refused', () => {
  expect(() => read('2026-03-08T02:30', 'America/New_York')).toThrow(/skip that time/);
});

test('times are told on the product’s clock', () => {
  expect(toldTime('2026-02-03T11:30:00+00:00', 'Asia/Kolkata')).toBe('Tue 2026-02-03 17:00 (Asia/Kolkata)');
  expect(toldTime('2026-02-03T00:30:00+00:00', 'America/New_York')).toBe(
    'Mon 2026-02-02 19:30 (America/New_York)',
  );
});
