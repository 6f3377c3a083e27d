import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainYaml } from './plain-yaml.ts';

/** What the full parser reads; undefined where it finds an error. */
function full(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true });
  return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
}

const WRITTEN = `schema: 1
id: core-12
version: "1.26.2"
"on": slack
share: -0.5
moved: true
tag: null
commits: ["12e4567", plain words, 4]
none: []
empty: {}
person:
  login: ada
  id: 7
reviews:
  - author:
      login: ben
      kind: user
    text: "a \\"word\\", and: a colon # no comment"
    commits:
      - one
      - "two"
  - state: approved
`;

describe('front matter as commands write it', () => {
  test('is read, as the full parser reads it', () => {
    const read = readPlainYaml(WRITTEN);
    expect(read).not.toBeNull();
    expect(read).toEqual(full(WRITTEN));
  });

  test.each([
    'a: yes # told\n',
    '# words\na: 1\n',
    'a: |\n  text\n',
    'a: &x 1\nb: *x\n',
    "a: 'quoted'\n",
    'a: 1\na: 2\n',
    'a: { b: 1 }\n',
    'a:\n- b\n',
    'a:\n   b: 1\n',
    'a:\n  - - b\n',
    'a: [[1]]\n',
    'a: [1,2]\n',
    'a: one\n  more\n',
    'a: True\n',
    'a: 0x1f\n',
    'a: 1e3\n',
    'a: 012\n',
    'a: b: c\n',
    'a:  1\n',
    'a: 1 \n',
    'a:\n',
    'a: 1\r\n',
    'a: !!str 1\n',
    '__proto__: 1\n',
    'true: 1\n',
    'a: "\\u0041"\n',
    '- a\n',
    '',
    '\n',
  ])('%j is left to the full parser', (text) => expect(readPlainYaml(text)).toBeNull());
});

const indent = fc.constantFrom('', '', '  ', '  ', '    ', '      ', ' ', '\t');
const dash = fc.constantFrom('', '', '- ', '- ', '-', '-  ');
const key = fc.constantFrom(
  'a: ',
  'b: ',
  'c:',
  'd:',
  '"e": ',
  '"on":',
  'a.b: ',
  'true: ',
  '? ',
  '1: ',
  '',
  'é: ',
);
const value = fc.oneof(
  fc.constantFrom('', 'word', 'two words', '1', '-2.50', '007', 'true', 'Null', 'no', '~', '"x"', '"a\\n"'),
  fc.constantFrom(
    '"a',
    "'b'",
    '[]',
    '{}',
    '[1, a]',
    '["x, y", z]',
    '[a, b',
    '[a,b]',
    '[ a]',
    '{ a: 1 }',
    '[a ,b]',
  ),
  fc.constantFrom(
    'a #b',
    'a: b',
    'a:b',
    '#',
    '&a',
    '*a',
    '|',
    '>',
    '!x',
    '%',
    '@',
    '-',
    '- a',
    ':',
    '1_0',
    '.5',
    '5.',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => JSON.stringify(text)),
);
const line = fc.tuple(indent, dash, key, value).map((parts) => parts.join(''));

/** What commands write, with lines taken out, put in, moved in or out, and characters changed. */
const damaged = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom('out', 'line', 'indent', 'character'), line, fc.nat()), {
    maxLength: 3,
  })
  .map((damages) => {
    const lines = WRITTEN.trimEnd().split('\n');
    for (const [place, how, other, at] of damages) {
      const index = place % lines.length;
      const now = lines[index] ?? '';
      if (how === 'out') lines.splice(index, 1 + (at % 3));
      if (how === 'line') lines.splice(index, at % 2, other);
      if (how === 'indent') lines[index] = at % 2 === 0 ? `  ${now}` : now.slice(2);
      if (how === 'character') {
        const spot = at % (now.length + 1);
        lines[index] = now.slice(0, spot) + (other.at(at % 3) ?? '') + now.slice(spot + (at % 2));
      }
    }
    return `${lines.join('\n')}\n`;
  });

const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => `${all.join('\n')}\n`);

test('whatever is read is what the full parser reads', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: damaged }, lines), (text) => {
      const plain = readPlainYaml(text);
      if (plain === null) return;
      read += 1;
      expect(plain).toEqual(full(text));
    }),
    { numRuns: 8000, seed: 7 },
  );
  expect(read).toBeGreaterThan(1000);
});
