import { GraphqlResponseError } from '@octokit/graphql';
import { expect, test } from 'vitest';
import { isTooLarge, partialAnswer } from './failures.ts';

function answer(data: unknown, ...errors: { message: string; type?: string; path?: (string | number)[] }[]) {
  const request = { method: 'POST' as const, url: '/graphql' };
  return new GraphqlResponseError(request as never, {}, { data, errors } as never);
}

const missing = (alias: string) => ({
  message: 'Could not resolve',
  type: 'NOT_FOUND',
  path: ['repository', alias],
});

test('what is not there is an answer', () => {
  const data = { repository: { p12: null, p13: {} } };
  expect(partialAnswer(answer(data, missing('p12')))).toEqual({ data, missing: ['p12'] });
});

test.each([
  [[{ message: 'Timed out', path: ['repository', 'p12', 'reviews'] }], '#12: Timed out'],
  [[missing('p11'), { message: 'No', type: 'FORBIDDEN', path: ['repository', 'p12'] }], '#12: No'],
  [[{ message: 'No', path: ['repository', `c${'a'.repeat(40)}`] }], 'commit aaaaaaaaaaaa: No'],
  [[{ message: 'Syntax' }], 'Syntax'],
  [[{ message: 'Gone', type: 'NOT_FOUND', path: ['repository', 'p12', 'author'] }], '#12: Gone'],
])('anything else fails, and says of what', (errors, said) => {
  expect(() => partialAnswer(answer({ repository: {} }, ...errors))).toThrow(said);
});

test('an answer without data fails', () => {
  expect(() => partialAnswer(answer(null, missing('p12')))).toThrow('nothing was written');
});

test('a repository that is not there is said in GitHub’s words', () => {
  const error = { message: 'Could not resolve to a Repository', type: 'NOT_FOUND', path: ['repository'] };
  expect(() => partialAnswer(answer({ repository: null }, error))).toThrow(
    /^Could not resolve to a Repository/,
  );
});

test('an answer that was cut short for its cost asks for less', () => {
  expect(isTooLarge(answer({}, { message: 'Exceeded', type: 'RESOURCE_LIMITS_EXCEEDED' }))).toBe(true);
  expect(isTooLarge(answer({}, missing('p1')))).toBe(false);
  expect(isTooLarge(new Error('Exceeded'))).toBe(false);
});
