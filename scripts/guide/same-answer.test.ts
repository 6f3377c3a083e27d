import { expect, test } from 'vitest';
import { missingLine } from './same-answer.ts';

test.each([
  ['the same', 'a\nb', 'a\nb\n'],
  ['spaces at the ends of lines', 'a  \nb', '\na\nb  \n\n'],
  ['lines left out before, between and after', '…\nb\n…\nd\n…', 'a\nb\nc\nd\ne'],
  ['nothing left out where something might be', 'a\n…\nb\n…', 'a\nb'],
  ['words left out at the end, in the middle and at the beginning', 'a …\nb … d\n… f', 'a b\nb c d\ne f'],
])('%s is the same answer', (_, guide, shown) => {
  expect(missingLine(guide, shown)).toBeNull();
});

test.each([
  ['another line', 'a\nb', 'a\nc', 'b'],
  ['a line too many', 'a', 'a\nb', 'nothing more, but there was: b'],
  ['a line in between', 'a\nc', 'a\nb\nc', 'c'],
  ['a line that is missing', 'a\n…\nc', 'a\nb', 'c'],
  ['another end', 'a … c', 'a b d', 'a … c'],
  ['an overlap', 'ab…bc', 'abc', 'ab…bc'],
  ['another order', 'a\n…\nb', 'b\na', 'a'],
])('%s is another answer', (_, guide, shown, missing) => {
  expect(missingLine(guide, shown)).toBe(missing);
});
