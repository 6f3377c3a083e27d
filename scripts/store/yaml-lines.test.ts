import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readMarkdown } from '../../src/markdown/front-matter.ts';
import { markdownFile, type Yaml, yamlLines } from './yaml-lines.ts';

const RUNS = { seed: 20_260_105, numRuns: 300 };
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '-',
      ' ',
      ':',
      '#',
      '\n',
      '\r',
      '"',
      "'",
      '\t',
      '{',
      '\ud800',
      '\udc00',
      '\u0085',
      '\u2028',
      '~',
      '0',
      'e',
      '\u0000',
      '\ufeff',
    ),
  }),
  fc.constantFrom(
    'true',
    'No',
    'NULL',
    '~',
    '1e5',
    '0x1f',
    '.inf',
    '.NaN',
    '2026-01-01',
    '12e4567',
    '---',
    '...',
    '=',
    '<<',
    '1_000',
    '0o7',
    'abcdef0',
    '',
  ),
);
const key = fc
  .oneof(anyText, fc.constantFrom('constructor', 'toString', 'a b'))
  .filter((name) => name !== '__proto__');
const { value: anyValue } = fc.letrec<{ value: Yaml }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

function readAgain(fields: { [key: string]: Yaml }, body = ''): { data: unknown; body: string } {
  return readMarkdown(markdownFile(fields, body), z.unknown(), 'x.md');
}

test('any value is read again as it was', () => {
  fc.assert(
    fc.property(fc.dictionary(key, anyValue, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), (fields) => {
      expect(readAgain(fields).data).toEqual(fields);
    }),
    RUNS,
  );
});

test('any body is read again as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const body = text === '' ? '' : `${text}\n`;
      expect(readAgain({ a: 1 }, body).body).toBe(body);
    }),
    RUNS,
  );
});

test('plain words are bare; what YAML 1.1 or 1.2 takes for something else, and hex digits, is quoted', () => {
  expect(yamlLines({ a: ['plain words', 'a-b/c'] })).toBe('a: [plain words, a-b/c]\n');
  const quoted = ['yes', 'Null', '1.0', 'abcdef0', '12e4567', '', ' x', 'a: b', 'x #y', '-'];
  for (const value of quoted) expect(yamlLines({ value })).toBe(`value: "${value}"\n`);
});

test('undefined fields are left out, short lists stay on one line, records in lists start at their dash', () => {
  const fields = { a: undefined, b: [], c: {}, d: [{ e: 1, f: undefined, g: [2] }], h: { i: { j: null } } };
  expect(yamlLines(fields)).toBe('b: []\nc: {}\nd:\n  - e: 1\n    g: [2]\nh:\n  i:\n    j: null\n');
});
