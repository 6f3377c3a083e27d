import { expect, test } from 'vitest';
import { because, comment, value } from './yaml-lines.ts';

test('a comment stays one, whatever its words are', () => {
  expect(comment('two\nlines\u202e\x1b[31m of ada@example.org')).toMatch(
    /^# two lines\S* of \(address removed\)\n$/,
  );
  expect(comment('two\nlines\u202e\x1b of ada@example.org')).not.toMatch(/[[\u202e\p{Cc}]--[\n]]|ada@/v);
});

test('a comment is broken where a line is full, and indented', () => {
  const text = comment(Array.from({ length: 60 }, () => 'word').join(' '), '  ');
  const lines = text.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line).toMatch(/^ {2}# word/);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(112);
});

test('values are YAML of one line, and reasons end once', () => {
  expect(value(['a "b"', 'c'])).toBe('["a \\"b\\"", "c"]');
  expect(because('it is so.')).toBe(' Here because it is so.');
  expect(because(undefined)).toBe('');
});
