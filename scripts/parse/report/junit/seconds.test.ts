import { expect, test } from 'vitest';
import { secondsOf } from './seconds.ts';

test.each([
  ['0.25', 0.25],
  ['1,234.5', 1234.5],
  ['1,234', 1234],
  ['12,345,678.9', 12345678.9],
  ['0,25', 0.25],
  ['12,5', 12.5],
  ['1.234,5', 1234.5],
  ['3e-05', 0.00003],
  ['2s', 2],
  ['-1', undefined],
  ['NaN', undefined],
  ['', undefined],
  ['1.2.3', undefined],
  ['<<computed>>', undefined],
])('%s', (time, seconds) => {
  expect(secondsOf(time)).toBe(seconds);
});
