import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readMarkdown } from './front-matter.ts';

const Schema = z.strictObject({
  a: z.unknown().optional(),
  list: z.array(z.strictObject({ b: z.string() })).optional(),
});

function read(text: string): { data: unknown; body: string } {
  return readMarkdown(text, Schema, 'x.md');
}

function refusal(text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    return error;
  }
}

describe('values', () => {
  test.each([
    ['a: yes', 'yes'],
    ['a: on', 'on'],
    ['a: 0123', 123],
    ['a: "0123"', '0123'],
    ['a: 2026-01-01', '2026-01-01'],
    ['a: 1_000', '1_000'],
    ['a: 0o17', 15],
    ['a: ~', null],
    ['a: <<', '<<'],
  ])('YAML 1.2 core: %s', (yaml, a) => expect(read(`---\n${yaml}\n---\n`).data).toEqual({ a }));

  test('a field called __proto__ is unknown and changes no object', () => {
    expect(refusal('---\n__proto__: { polluted: 1 }\n---\n')).toMatchObject({
      place: { line: 2, field: '__proto__' },
    });
    expect(refusal('---\nlist: [{ b: x, __proto__: { polluted: 1 } }]\n---\n')).toMatchObject({
      place: { field: 'list.0.__proto__' },
    });
    expect({}).not.toHaveProperty('polluted');
  });

  test('the same text read twice gives two values', () => {
    const text = '---\na: [1]\n---\n';
    expect(read(text).data).not.toBe(read(text).data);
  });
});

describe('the body', () => {
  test.each([
    ['---\na: 1\n---\n\nBody\n', 'Body\n'],
    ['---\na: 1\n---\nBody\n', 'Body\n'],
    ['---\r\na: 1\r\n---\r\n\r\nBody\r\n', 'Body\r\n'],
    ['\uFEFF---\na: 1\n---\n\nBody', 'Body'],
    ['---\na: 1\n---', ''],
    ['---\na: 1\n---\n\n\nBody\n---\nb: 2\n---\n', '\nBody\n---\nb: 2\n---\n'],
  ])('%j', (text, body) => expect(read(text)).toEqual({ data: { a: 1 }, body }));

  test('lines of dashes inside values end nothing', () => {
    expect(read('---\na: "---"\n---\nBody').data).toEqual({ a: '---' });
  });
});

describe('faults', () => {
  test.each([
    ['---\na: 1\nb: 2\n---\n', 3, 'b'],
    ['---\n# words\n\na: 1\nlist:\n  - b: x\n  - b: 5\n---\n', 7, 'list.1.b'],
    ['---\nlist:\n  - b: x\n    c: 1\n---\n', 4, 'list.0.c'],
    ['---\nlist:\n  - b: x\n  - {}\n---\n', 4, 'list.1.b'],
    ['---\nlist: no\n---\n', 2, 'list'],
    ['---\r\na: 1\r\nb: 2\r\n---\r\n', 3, 'b'],
  ])('%j: line and field are named', (text, line, field) => {
    expect(refusal(text)).toMatchObject({ name: 'Fault', place: { file: 'x.md', line, field } });
  });

  test.each([
    ['---\na: [\n---\n', /not YAML/],
    ['---\na: 1\na: 2\n---\n', /not YAML/],
    ['---\n\ta: 1\n---\n', /not YAML/],
    ['---\na: *nobody\n---\n', /YAML/],
    ['---\na: 1\n', /no end/],
    ['a: 1\n', /missing/],
    ['', /missing/],
    ['----\na: 1\n----\n', /missing|unknown/],
    ['---js\n{ a: 1 }\n---\n', /JavaScript/],
    ['---json\n{ "a": 1 }\n---\n', /front matter/],
    ['---toml\na = 1\n---\n', /unknown kind/],
    ['--- js\n{ a: 1 }\n---\n', /front matter/],
  ])('%j is refused', (text, words) => {
    expect(refusal(text)).toMatchObject({
      name: 'Fault',
      message: expect.stringMatching(words),
      place: { file: 'x.md' },
    });
  });
});
