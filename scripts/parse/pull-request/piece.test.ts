import { expect, test } from 'vitest';
import { piece, wholeWords } from './piece.ts';

const LIMITS = { characters: 40, lines: 3 };

test.each([
  ['one\ntwo\nthree', 'one\ntwo\nthree', false],
  ['one\ntwo\nthree\nfour', 'one\ntwo\nthree', true],
  [`${'word '.repeat(8)}words`, 'word word word word word word word word', true],
  ['x'.repeat(50), 'x'.repeat(40), true],
  ['> '.repeat(15), `${'> '.repeat(9)}> `, false],
  ['- '.repeat(12).trim(), '- '.repeat(11).trim(), false],
  ['> - a', '> - a', false],
])('%j', (text, kept, cut) => {
  expect(piece(text, LIMITS).text.trim()).toBe(kept.trim());
  expect(piece(text, LIMITS).cut).toBe(cut);
});

test('a pair of code units is not cut in two', () => {
  expect(wholeWords('🌲'.repeat(3), 3).isWellFormed()).toBe(true);
});
