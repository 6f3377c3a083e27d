import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstLine, splitMessage, withoutAddresses, withoutBuildMarks, withoutControls } from './text.ts';

test.each([
  ['one', 'one', ''],
  ['one\n', 'one', ''],
  ['one\ntwo\n\nthree', 'one two', 'three'],
  ['one\r\n\r\ntwo\r\nthree', 'one', 'two\nthree'],
  ['\n\none\n \t\ntwo\n\nthree\n', 'one', 'two\n\nthree'],
  ['one\rtwo', 'one two', ''],
  ['', '', ''],
  [' \n \n', '', ''],
])('%j is taken apart as git does', (message, subject, body) => {
  expect(splitMessage(message)).toEqual({ subject, body });
});

test('a subject has no line ends, whatever the message', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '#') }), (message) => {
      const { subject, body } = splitMessage(message);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(body).not.toContain('\r');
      expect(`${subject}${body}`.replace(/\s/g, '')).toBe(message.replace(/\s/g, ''));
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('the first line is the first that says something', () => {
  expect(firstLine('\n\n  one \r\ntwo')).toBe('one');
  expect(firstLine('')).toBe('');
});

test.each([
  ['by Lin <lin@example.org>', 'by Lin'],
  ['mail lin.q+x@example.co.uk now', 'mail (address removed) now'],
  ['module@1.2.3 and name@v1', 'module@1.2.3 and name@v1'],
  ['clone git@example.org:a/b', 'clone git@example.org:a/b'],
  ['lin@example.org: it works', '(address removed): it works'],
  ['lin@example.org-old', '(address removed)-old'],
  ['@lin-q wrote', '@lin-q wrote'],
])('addresses go: %s', (text, bare) => expect(withoutAddresses(text)).toBe(bare));

test('invisible letters that mislead go, line ends and tabs stay', () => {
  expect(withoutControls('a\u202eb\u0000c\ufeff\td\ne\u200f')).toBe('abc\td\ne');
});

test.each([
  ['Add it [skip ci]', 'Add it'],
  ['[ci skip] Add it', 'Add it'],
  ['Add [no ci] it', 'Add it'],
  ['Add [it]', 'Add [it]'],
  ['[skip ci]', ''],
])('marks for build servers go: %s', (text, bare) => expect(withoutBuildMarks(text)).toBe(bare));
