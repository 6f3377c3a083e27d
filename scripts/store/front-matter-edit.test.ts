import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { replaceFields } from './front-matter-edit.ts';

const HEAD = `---
# first words
schema: 1 # the format
"quoted": 'x'
multi: |
  # no comment
  text
# about the list
list:
  - a
  # inside
  - b

entries: []
# last words
---

`;
const VALUES = { schema: 1, quoted: 'x', multi: '# no comment\ntext\n', list: ['a', 'b'], entries: [] };

function valuesOf(head: string): unknown {
  return parse(head.split('---\n')[1] ?? '');
}

test('equal values change no byte', () => {
  expect(replaceFields(HEAD, VALUES, { ...VALUES })).toBe(HEAD);
});

test.each([
  ['schema', 2, 'schema: 1 # the format\n', 'schema: 2\n'],
  ['quoted', 'z', `"quoted": 'x'\n`, 'quoted: z\n'],
  ['multi', 'z', 'multi: |\n  # no comment\n  text\n', 'multi: z\n'],
  ['list', [], 'list:\n  - a\n  # inside\n  - b\n', 'list: []\n'],
  ['entries', ['a'], 'entries: []\n', 'entries: [a]\n'],
])('a changed field is replaced alone: %s', (key, value, from, to) => {
  expect(replaceFields(HEAD, VALUES, { [key]: value })).toBe(HEAD.replace(from, to));
});

test('a new field goes before the entries, a field without a value goes', () => {
  const added = replaceFields(HEAD, VALUES, { date: 'now' });
  expect(valuesOf(added)).toEqual({ ...VALUES, date: 'now' });
  expect(added.indexOf('date: now')).toBeLessThan(added.indexOf('entries:'));
  expect(valuesOf(replaceFields(HEAD, VALUES, { multi: undefined }))).not.toHaveProperty('multi');
});

test('line ends of the file are kept', () => {
  const crlf = HEAD.replaceAll('\n', '\r\n');
  const edited = replaceFields(crlf, VALUES, { schema: 2, entries: [{ id: 'a' }], date: 'now' });
  expect(edited.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(replaceFields('---\nentries: []\n---', { entries: [] }, { entries: ['a'] })).toBe(
    '---\nentries: [a]\n---',
  );
});

test('a byte order mark and what follows the front matter stay', () => {
  const edited = replaceFields(`\uFEFF${HEAD}Body\n---\n`, VALUES, { schema: 2 });
  expect(edited.startsWith('\uFEFF---\n# first words\nschema: 2\n')).toBe(true);
  expect(edited.endsWith('---\n\nBody\n---\n')).toBe(true);
});
