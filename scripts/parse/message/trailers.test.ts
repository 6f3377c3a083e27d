import { expect, test } from 'vitest';
import { coAuthors, issueNumbers } from './trailers.ts';

test('co-authors are handles or names, each once, without addresses', () => {
  const body = [
    'Words.',
    'Co-authored-by: Lin Q <7+lin-q@users.noreply.github.com>',
    'co-authored-by: Tomas R <tomas@example.org>',
    'Co-authored-by: Lin Q <7+lin-q@users.noreply.github.com>',
    'Co-authored-by: <only@example.org>',
    'Signed-off-by: Nobody <n@example.org>',
  ].join('\n');
  expect(coAuthors(body)).toEqual(['lin-q', 'Tomas R']);
  expect(coAuthors('Co-authored-by:')).toEqual([]);
});

test.each([
  ['Fixes #3', [3]],
  ['closes #3, #5 and #4', [3, 4, 5]],
  ['Resolves: https://example.org/a/b/issues/7', [7]],
  ['Refs: #0', []],
  ['Refs: #99999999999999999999', []],
  ['part of #3\nfixes #3', [3]],
  ['see #3', []],
  ['prefixes #3', []],
  ['Fixes a/b#3', []],
])('issues of "%s"', (text, numbers) => expect(issueNumbers(text)).toEqual(numbers));
