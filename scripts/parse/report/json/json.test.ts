import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { faultOf, fileOf } from '../report-fixture.ts';
import { readJson } from './json.ts';
import { readJsonList } from './json-list.ts';
import { outlineOf } from './json-outline.ts';

const read = (text: string) => readJson(fileOf(text, 'a.json'), z.unknown()).data;

test('whatever JSON.parse reads is read the same', () => {
  // The one key that is refused.
  const texts = fc.json().filter((text) => !text.includes('__proto__'));
  fc.assert(
    fc.property(texts, fc.constantFrom(undefined, '\t'), (text, indent) => {
      const value: unknown = JSON.parse(text);
      expect(read(JSON.stringify(value, null, indent))).toEqual(value);
    }),
  );
});

test('whatever JSON.parse refuses is a Fault', () => {
  const fragments = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '\\',
    '1',
    '-',
    'true',
    'nul',
    ' ',
    '\n',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      fc.pre(!valid);
      expect(faultOf(() => read(text)).place?.file).toBe('a.json');
    }),
    { numRuns: 2_000 },
  );
});

test.each<[string, string, number | undefined]>([
  ['{\n "a": 1,\n "b": x\n}', 'broken at "x"', 3],
  ['{\n "a": [1,\n', 'cut off', 3],
  ['{\n "a": "b', 'cut off', 2],
  ['{"a": 1}\n{"a": 2}', 'follows the end', 2],
  ['{\n"a": "\u0001"}', 'Bad control character', 2],
  ['{\n"a": "\\x"}', 'Bad escaped character', 2],
  ['{\n"a": 1,\n"b": 2,\n"a": 3}', 'the key "a" stands twice', 4],
  ['{"a": 1, "\\u0061": 2}', 'the key "a" stands twice', 1],
  ['[{"a": {"b": 1,\n"b": 2}}]', 'the key "b" stands twice', 2],
  ['{"__proto__": {"passed": true}}', '"__proto__" is refused', 1],
  [`${'['.repeat(100_000)}`, 'nest deeper than 200', 1],
  ['{"a": 1}\n\0', 'NUL', 2],
  [' \n ', 'empty', 1],
  ['', 'empty', 1],
])('%j is refused: %s, line %s', (text, what, line) => {
  const fault = faultOf(() => read(text));
  expect(fault.message).toContain(what);
  expect(fault.place).toMatchObject({ file: 'a.json', line });
});

test('keys of one object may stand in another', () => {
  expect(read('[{"a": {"a": 1}, "b": {"a": 2}}, {"a": 3}]')).toEqual([
    { a: { a: 1 }, b: { a: 2 } },
    { a: 3 },
  ]);
});

test('names of methods are ordinary keys', () => {
  const value = read('{"constructor": 1, "toString": 2, "hasOwnProperty": 3}');
  expect(value).toEqual({ constructor: 1, toString: 2, hasOwnProperty: 3 });
});

test.each<['utf-8' | 'utf-16le' | 'utf-16be', number[]]>([
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
])('%s with a byte order mark is read', (encoding, mark) => {
  const text = Buffer.from('{"a":"ü"}', encoding === 'utf-8' ? 'utf8' : 'utf16le');
  const bytes = new Uint8Array([...mark, ...(encoding === 'utf-16be' ? text.swap16() : text)]);
  expect(readJson({ name: 'a.json', bytes }, z.unknown()).data).toEqual({ a: 'ü' });
  expect(outlineOf({ name: 'a.json', bytes })?.has('a')).toBe(true);
  faultOf(() => readJson({ name: 'a.json', bytes: bytes.subarray(0, bytes.length - 1) }, z.unknown()));
});

test('bytes that are no UTF-8 are refused, and UTF-16 without its mark', () => {
  const latin = new Uint8Array([0x22, 0xfc, 0x22]);
  expect(faultOf(() => readJson({ name: 'a', bytes: latin }, z.unknown())).message).toContain('not UTF-8');
  const bytes = new Uint8Array(Buffer.from('{}', 'utf16le'));
  expect(faultOf(() => readJson({ name: 'a', bytes }, z.unknown())).hint).toContain('byte order mark');
});

const Schema = z.object({ results: z.array(z.object({ name: z.string() })) });

test('what the schema refuses has its line and field', () => {
  const text = '{\n "results": [\n  { "name": "a" },\n  { "name": 7 }\n ]\n}';
  expect(faultOf(() => readJson(fileOf(text, 'a.json'), Schema)).place).toEqual({
    file: 'a.json',
    line: 4,
    field: 'results.1.name',
  });
});

test('a field that is missing has the line of what should hold it', () => {
  const text = '{\n "results": [\n  {\n  "nam": "a" }\n ]\n}';
  expect(faultOf(() => readJson(fileOf(text, 'a.json'), Schema)).place?.line).toBe(3);
});

test('a value alone and a list of one are the same list', () => {
  const schema = z.object({ a: z.number() });
  expect(readJsonList(fileOf('{"a": 1}'), schema).data).toEqual([{ a: 1 }]);
  expect(readJsonList(fileOf('[{"a": 1}]'), schema).data).toEqual([{ a: 1 }]);
  expect(readJsonList(fileOf('{"a": 1}'), schema).fault('x', [0, 'a']).place?.field).toBe('a');
});

test('an outline is of the beginning, whatever follows', () => {
  const outline = outlineOf(fileOf('{"a": {"b": [{"c": "d"}, {"e": 1}]}, "f": tru'));
  expect(outline?.source('a.b[].c')).toBe('"d"');
  expect(outline?.source('a.b[].e')).toBe('1');
  expect(outline?.source('a')).toBe('{');
  expect(outline?.has('f')).toBe(false);
  expect(outlineOf(fileOf('name: chart'))).toBeUndefined();
});

test('an outline of a large file costs little', () => {
  const text = `{"a": [${'{"b": "c"},'.repeat(2_000_000)}`;
  const file = fileOf(text);
  const start = performance.now();
  expect(outlineOf(file)?.has('a[].b')).toBe(true);
  expect(performance.now() - start).toBeLessThan(2_000);
});
