import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { parseGithub, plainLine } from './parse.ts';

const WHOLE = remark().use(remarkGfm, { singleTilde: false });

const PARTS = fc.constantFrom(
  ...[
    'a',
    'B',
    'é',
    '7',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '-',
    '--',
    ':-',
    '-:',
    ':',
    '|',
    '~',
    '~~',
    '*',
    '_',
  ],
  ...['[', ']', '[ ] ', '- [x] ', '[^1]', '[^1]: ', '(', ')', '@', '.', 'www.', 'http://', '://', 'x@y.co'],
  ...[
    '#',
    '# ',
    '(#12)',
    '=',
    '===',
    '>',
    '<',
    '&',
    '&amp;',
    '`',
    '```',
    '\\',
    '!',
    '1. ',
    '+ ',
    '{#core-1}',
  ],
  ...[
    '"',
    "'",
    '…',
    '–',
    '/',
    '%',
    '$',
    '^',
    ';',
    ',',
    '?',
    '{',
    '}',
    '\u00a0',
    '\u2028',
    'mailto:',
    'xmpp:',
  ],
);
const TEXT = fc
  .array(fc.oneof({ weight: 3, arbitrary: PARTS }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));
const RUNS = { seed: 20_260_105, numRuns: 6000 };

test('a text is read as with all of GitHub’s extensions', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(parseGithub(text)).toEqual(WHOLE.parse(text));
    }),
    RUNS,
  );
});

test.each([
  ...['see www.example.org', 'see https://example.org', 'a@example.org', 'a\n:-', 'a\n-:', '| a |\n| - |'],
  ...['- [ ] open', '[^1]\n\n[^1]: note', '~~gone~~', 'WWW.EXAMPLE.ORG', 'mailto:a@example.org'],
])('what only GitHub knows is read: %j', (text) => {
  expect(parseGithub(text)).toEqual(WHOLE.parse(text));
  expect(remark().parse(text)).not.toEqual(WHOLE.parse(text));
});

test('a line of words is one paragraph of just these', () => {
  const isWords = fc.stringMatching(/^[A-Za-zé][A-Za-z0-9é ,.;:!?'"()/%$#=+^{}–—…-]{0,40}[ \n]{0,3}$/);
  let found = 0;
  fc.assert(
    fc.property(fc.oneof(isWords, TEXT), (text) => {
      const line = plainLine(text);
      if (line === null) return;
      found += 1;
      expect(withoutPlaces(WHOLE.parse(text))).toEqual({
        type: 'root',
        children: [{ type: 'paragraph', children: [{ type: 'text', value: line }] }],
      });
    }),
    RUNS,
  );
  expect(found).toBeGreaterThan(1000);
});

function withoutPlaces({ position: _position, ...node }: Nodes): unknown {
  return 'children' in node ? { ...node, children: node.children.map(withoutPlaces) } : node;
}

test.each(['Mend the pool (#12)', 'Say "no" once: 5 % are enough', 'a=b; c+d', 'x {y}'])(
  'a line of words: %s',
  (text) => expect(plainLine(`${text}\n\n`)).toBe(text),
);

test.each([
  ...[
    '',
    ' a',
    '- a',
    '# a',
    '1. a',
    '7 a',
    'a\nb',
    'a*b',
    'a_b',
    '`a`',
    '<a>',
    'a&b',
    'a\\b',
    '[a]',
    'a | b',
  ],
  ...['see www.example.org', 'https://example.org', 'a@b.co', '~~a~~', 'a\u00a0b', 'a\u00a0', 'a\u2028'],
])('no line of words: %j', (text) => expect(plainLine(text)).toBeNull());
