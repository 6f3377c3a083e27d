import { expect, test } from 'vitest';
import {
  commitOf,
  digestOf,
  digestsOf,
  instantOfMilliseconds,
  instantOfText,
  oneLine,
} from './report-values.ts';

test.each([
  ['2026-02-03T10:30:00Z', '2026-02-03T10:30:00+00:00'],
  ['2026-02-03T16:00:00.999999999+05:30', '2026-02-03T10:30:00+00:00'],
  ['2026-02-03 10:30:00z', '2026-02-03T10:30:00+00:00'],
  ['2024-02-29T00:00:00-00:00', '2024-02-29T00:00:00+00:00'],
])('the time %s', (text, instant) => expect(instantOfText(text)).toBe(instant));

test.each([
  undefined,
  '',
  '0001-01-01T00:00:00Z',
  // Without an offset it may be any zone's.
  '2026-02-03T10:30:00',
  '2026-02-30T10:30:00Z',
  '2026-13-01T10:30:00Z',
  '2026-02-03T25:30:00Z',
  '2026-02-03',
  'yesterday',
])('%j is no time', (text) => expect(instantOfText(text)).toBeUndefined());

test('milliseconds of 0 or nothing are no time', () => {
  expect(instantOfMilliseconds(1_770_114_600_950)).toBe('2026-02-03T10:30:00+00:00');
  expect([0, -1, null, undefined].map(instantOfMilliseconds)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('digests and commits in full only', () => {
  const hex = 'AB'.repeat(32);
  expect(digestOf(hex)).toBe(`sha256:${hex.toLowerCase()}`);
  expect(digestOf(`sha512:${hex}`)).toBeUndefined();
  expect(digestsOf([`a@sha256:${hex}`, `b@sha256:${hex}`, 'c:tag'])).toEqual([`sha256:${hex.toLowerCase()}`]);
  expect(commitOf('AB'.repeat(20))).toBe('ab'.repeat(20));
  expect(commitOf('0123456')).toBeUndefined();
});

test('text of strangers is one line without disguises', () => {
  expect(oneLine(' a\r\n b\u202E\u0007c ')).toBe('a bc');
});
