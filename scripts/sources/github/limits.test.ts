import { expect, test } from 'vitest';
import { limitIn } from './limits.ts';

const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes.';
const primary = 'API rate limit already exceeded for user ID 1.';

test.each([
  [200, { errors: [{ message: secondary }] }, secondary],
  [200, { errors: [{ type: 'RATE_LIMITED', message: 'Slow down' }] }, 'Slow down'],
  [200, { errors: [{ type: 'RATE_LIMIT', code: 'graphql_rate_limit', message: primary }] }, primary],
  [403, { message: secondary }, secondary],
  [429, { message: secondary }, secondary],
])('status %i with %o is a limit', (status, body, said) => {
  expect(limitIn(status, JSON.stringify(body))).toBe(said);
});

test.each([
  [200, { data: { title: secondary } }],
  [
    200,
    {
      data: { body: '"type":"RATE_LIMITED"' },
      errors: [{ type: 'NOT_FOUND', message: 'Could not resolve' }],
    },
  ],
  [403, { message: 'Resource not accessible; mind the rate limit' }],
  [500, { message: secondary }],
  [200, null],
  [200, [primary]],
])('status %i with %o is none', (status, body) => {
  expect(limitIn(status, JSON.stringify(body))).toBeNull();
});

test('a page about limits is no answer about one', () => {
  expect(limitIn(200, `<html>${primary}</html>`)).toBeNull();
});
