import { expect, test } from 'vitest';
import { instantOf } from './instant.ts';

test.each([
  [0, '1970-01-01T00:00:00+00:00'],
  [1_770_114_600, '2026-02-03T10:30:00+00:00'],
  [-1, '1970-01-01T00:00:00+00:00'],
  [Number.NaN, '1970-01-01T00:00:00+00:00'],
  [Number.POSITIVE_INFINITY, '1970-01-01T00:00:00+00:00'],
  [1e15, '9999-12-31T23:59:59+00:00'],
])('%d seconds', (seconds, instant) => expect(instantOf(seconds)).toBe(instant));
