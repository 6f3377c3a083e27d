import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { escapeInline } from './escape.ts';

const markdown = remark();
/** As pages are made: it makes links of bare addresses, whatever is escaped. */
const withTables = remark().use(remarkGfm);

function textIn(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textIn).join('') : '';
}

function kindsIn(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kindsIn) : [])];
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The only thing that the escaped text makes: one paragraph of plain text. */
function expectPlain(text: string, line: string): void {
  const root = markdown.parse(line);
  expect(new Set(kindsIn(root)), line).toEqual(new Set(['root', 'paragraph', 'text']));
  expect(plain(textIn(root)), line).toBe(plain(text));
  const page = withTables.parse(line);
  expect(['root', 'paragraph', 'text', 'link'], line).toEqual(expect.arrayContaining(kindsIn(page)));
  expect(plain(textIn(page)), line).toBe(plain(text));
}

const letters = fc.constantFrom(
  ...'ab1 _*~<>[]()!#+-=|\\&;:./@{}"\'^$%,?\n\t',
  '&amp;',
  'https://',
  'www.',
  'a@b.co',
  '\u00a0',
  'é',
  '1.',
  '[^1]',
  '://',
);
const anyText = fc
  .oneof(fc.string({ unit: letters, maxLength: 14 }), fc.string({ unit: 'grapheme' }))
  .filter(
    (text) =>
      /\S/.test(text) &&
      !text.includes('`') &&
      !text.includes('\u0000') &&
      !/[\u0085\u2028\u2029\ufeff]/.test(text),
  );

test('any text without code is one paragraph of exactly that text, as a line and in a bullet', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const escaped = escapeInline(text);
      expectPlain(text, escaped);
      const bullet = markdown.parse(`- ${escaped} {#core-1}\n`).children[0];
      expect(new Set(kindsIn(bullet as Nodes)), escaped).toEqual(
        new Set(['list', 'listItem', 'paragraph', 'text']),
      );
      expect(plain(textIn(bullet as Nodes)), escaped).toBe(`${plain(text)} {#core-1}`);
    }),
    { seed: 20_260_105, numRuns: 1500 },
  );
});

describe('foreign text', () => {
  test.each([
    '# heading',
    '- bullet',
    '+ bullet',
    '> quote',
    '1. list',
    '12) list',
    '=== rule',
    '---',
    '***',
    '___',
    '~~~ fence',
    '| a | b |',
    '<b>bold</b> <!-- x -->',
    '![image](x.png) [link](javascript:x) [ref][1]',
    '*a* **b** _c_ __d__ ~~e~~ ~f~',
    '&lt;b&gt; &#60; &copy',
    'https://example.org/a_b http://example.org www.example.org lin@example.org',
    'a\\b \\* \\',
    '{#core-1} \\{#core-2}',
    '[ ] a task',
    '[^1] a note',
    'snake_case_word and _private',
  ])('stays text: %s', (text) => expectPlain(text, escapeInline(text)));
});

test('code between single backticks stays code, a lone backtick is text', () => {
  expect(escapeInline('use `a*b` and `<c>` now')).toBe('use `a*b` and `<c>` now');
  expectPlain('one ` alone', escapeInline('one ` alone'));
});
