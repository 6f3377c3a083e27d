import { expect, test } from 'vitest';
import { dayInText, startOfDay } from './day-in-text.ts';

test.each([
  ['(2026-01-31)', '2026-01-31'],
  ['2026/1/5', '2026-01-05'],
  ['on 2026-01-31T23:30:00-05:00.', '2026-01-31'],
  ['Jan 5, 2026', '2026-01-05'],
  ['5th of February 2026', '2026-02-05'],
  ['19-Jan-2026', '2026-01-19'],
  ['31/12/2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['05/05/2026', '2026-05-05'],
])('%s', (text, day) => expect(dayInText(text)?.day).toBe(day));

test('what can be read in two ways, or is in no calendar, is no day', () => {
  expect(dayInText('11/03/2026')?.day).toBeNull();
  expect(dayInText('2026-02-30')?.day).toBeNull();
  expect(dayInText('2026-13-01')?.day).toBeNull();
});

test.each(['1.2026.3', 'May 2026', '2026.1.5', '12026-01-011', 'none'])('%s names none', (text) =>
  expect(dayInText(text)).toBeNull(),
);

test('a day is written as its first second', () => {
  expect(startOfDay('2026-01-31')).toBe('2026-01-31T00:00:00+00:00');
});
