import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { smallestEdit } from './smallest-edit.ts';
import { type Yaml, yamlLines } from './yaml-lines.ts';

const TEXT = `# first words
schema: 1 # the format
name: 'x' # his own

# about the list
list:
  # the first
  - id: a # one
    tags: ["v{version}"] # since then
  - { id: b, tags: [] }
words: |
  # no comment
  text
last: true
# last words
`;

type Fields = { [key: string]: Yaml };

function edited(change: (fields: Fields) => Fields): string | null {
  const before = parse(TEXT) as Fields;
  return smallestEdit(TEXT, before, change(structuredClone(before)));
}

function renamed(fields: Fields, from: string, to: string): Fields {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key === from ? to : key, value]));
}

describe('only what differs is written anew', () => {
  test.each<[string, (fields: Fields) => Fields, string, string]>([
    ['a value', (fields) => ({ ...fields, schema: 2 }), 'schema: 1 #', 'schema: 2 #'],
    ['a quoted value', (fields) => ({ ...fields, name: 'y z' }), "'x' #", 'y z #'],
    ['a name', (fields) => renamed(fields, 'name', 'title'), 'name:', 'title:'],
    ['the name of a block', (fields) => renamed(fields, 'list', 'modules'), '\nlist:', '\nmodules:'],
    ['two names', (fields) => renamed(renamed(fields, 'name', 'a'), 'last', 'z'), '', ''],
    [
      'a name deep inside, in blocks and in braces',
      (fields) => ({
        ...fields,
        list: (fields['list'] as Fields[]).map((item) => renamed(item, 'tags', 'found')),
      }),
      '',
      '',
    ],
    [
      'a value deep inside',
      (fields) => ({
        ...fields,
        list: [
          { id: 'c', tags: ['v{version}'] },
          { id: 'b', tags: [] },
        ],
      }),
      '- id: a #',
      '- id: c #',
    ],
    [
      'a text of lines',
      (fields) => ({ ...fields, words: 'short' }),
      'words: |\n  # no comment\n  text\n',
      'words: short\n',
    ],
    ['a field that is gone', ({ last: _, ...fields }) => fields, 'last: true\n', ''],
    [
      'one in the place of two',
      ({ name: _, last: __, ...fields }) => ({ ...fields, whole: 'x true' }),
      '',
      '',
    ],
  ])('%s', (_, change, from, to) => {
    const text = edited(change);
    expect(text).not.toBeNull();
    if (from !== '') expect(text).toBe(TEXT.replace(from, to));
    for (const comment of ['# first words', '# about the list', '# the first', '# one', '# last words'])
      expect(text).toContain(comment);
  });

  test('a format comes first, other new fields last', () => {
    const text = 'a: 1\n# between\nb: 2\n';
    expect(smallestEdit(text, { a: 1, b: 2 }, { schema: 2, a: 1, b: 2, c: { d: 3 } })).toBe(
      'schema: 2\na: 1\n# between\nb: 2\nc:\n  d: 3\n',
    );
  });

  test('line ends stay', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    const before = parse(text) as Fields;
    const after = { schema: 2, ...before, more: [{ a: 1 }] };
    const result = smallestEdit(text, before, { ...after, schema: 2 });
    expect(result?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

test.each([
  ['a list', '- a\n'],
  ['nothing', ''],
  ['braces', '{ a: 1 }\n'],
])('a text of another form is left to others: %s', (_, text) =>
  expect(smallestEdit(text, { a: 1 }, { a: 1, b: 2 })).toBeNull(),
);

const key = fc.constantFrom('a', 'b', 'c', 'schema', 'd e');
const { value } = fc.letrec<{ value: Yaml }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Yaml>('x', 'two words', '# no', '1', '', 1, true, null, 'a\nb\n'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const fields = fc.dictionary(key, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true });

test('whatever is written is read as it should be', () => {
  let done = 0;
  fc.assert(
    fc.property(fields, fields, (before, after) => {
      const text = smallestEdit(yamlLines(before), before, after);
      if (text === null) return;
      done += 1;
      expect(parse(text)).toEqual(after);
    }),
    { numRuns: 2000, seed: 11 },
  );
  expect(done).toBeGreaterThan(1500);
});
