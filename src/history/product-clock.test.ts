import { expect, test } from 'vitest';
import { productClock } from './product-clock.ts';

test('a day begins at midnight of the product, not of the records', () => {
  const clock = productClock('Asia/Kolkata');
  expect(clock.dayOf('2026-02-03T18:29:59+00:00')).toBe('2026-02-03');
  expect(clock.dayOf('2026-02-03T18:30:00+00:00')).toBe('2026-02-04');
});

test.each([
  ['Asia/Kolkata', '2026-02-03', '16:00', '2026-02-03T10:30:00+00:00'],
  ['America/New_York', '2026-03-08', '01:30', '2026-03-08T06:30:00+00:00'],
  ['America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00:00+00:00'],
  ['America/New_York', '2026-11-01', '16:00', '2026-11-01T21:00:00+00:00'],
  ['Pacific/Auckland', '2026-02-03', '00:00', '2026-02-02T11:00:00+00:00'],
])('in %s it is %s, %s at an instant, on both sides of a change of clocks', (zone, day, time, instant) => {
  expect(productClock(zone).instantAt(day, time)).toBe(instant);
});
