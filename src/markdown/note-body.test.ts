import { describe, expect, test } from 'vitest';
import { idMark, parseNoteBody, withdrawnMark } from './note-body.ts';

function bullets(body: string): [string[], string][] {
  return parseNoteBody(body).sections.flatMap((section) =>
    section.bullets.map(({ ids, text }): [string[], string] => [ids, text]),
  );
}

describe('bullets', () => {
  test.each<[string, [string[], string][]]>([
    ['- Add it {#core-1}', [[['core-1'], 'Add it']]],
    [
      '* Add it {#core-1}\n* Mend it {#core-2}',
      [
        [['core-1'], 'Add it'],
        [['core-2'], 'Mend it'],
      ],
    ],
    ['- Both {#core-1 #core-2}', [[['core-1', 'core-2'], 'Both']]],
    ['- Both {#core-1} {#core-2}', [[['core-1', 'core-2'], 'Both']]],
    ['- Free text', [[[], 'Free text']]],
    ['- Gone _(withdrawn in 1.2.0)_ {#core-1}', [[['core-1'], 'Gone']]],
    ['- First line\n  second {#core-1}', [[['core-1'], 'First line\nsecond']]],
    ['- First\nlazy {#core-1}', [[['core-1'], 'First\nlazy']]],
    ['- First {#core-1}\n\n  More.', [[['core-1'], 'First\n\nMore.']]],
    ['- Outer {#core-1}\n  - inner', [[['core-1'], 'Outer\n- inner']]],
    ['- Outer\r\n  more {#core-1}\r\n', [[['core-1'], 'Outer\r\nmore']]],
    ['- Write `{#core-9}` {#core-1}', [[['core-1'], 'Write `{#core-9}`']]],
    ['- Write \\{#core-9} {#core-1}', [[['core-1'], 'Write \\{#core-9}']]],
    ['- Use {curly} and {# x} {#core-1}', [[['core-1'], 'Use {curly} and {# x}']]],
    ['- module.name_x-1 {#a.b_c-12}', [[['a.b_c-12'], 'module.name_x-1']]],
    ['-', [[[], '']]],
  ])('%j', (list, expected) => expect(bullets(`## Added\n\n${list}\n`)).toEqual(expected));
});

test('sections, intro and prose keep their places', () => {
  const body =
    'Hello.\n\nAgain.\n\n## Added\n\nWords.\n\n- One {#a-1}\n\nMore words.\n\n### Inner\n\n- Two {#a-2}\n\n## Our own\n\n1. Not a bullet {#a-3}\n';
  const { intro, sections } = parseNoteBody(body);
  expect(intro).toBe('Hello.\n\nAgain.');
  expect(sections.map(({ heading, section, line, prose }) => [heading, section, line, prose])).toEqual([
    ['Added', 'added', 5, 'Words.\n\nMore words.\n\n### Inner'],
    ['Our own', null, 17, '1. Not a bullet {#a-3}'],
  ]);
  expect(sections[0]?.bullets.map(({ ids, line }) => [ids, line])).toEqual([
    [['a-1'], 9],
    [['a-2'], 15],
  ]);
  expect(body.slice(0, sections[0]?.end).endsWith('- Two {#a-2}')).toBe(true);
});

test('a list above the first section, code that looks like headings, and comments are no bullets', () => {
  expect(
    bullets('- One {#a-1}\n\n```\n## Added\n- Two {#a-2}\n```\n\n<!--\n## Added\n- Three {#a-3}\n-->\n'),
  ).toEqual([]);
});

test.each(['', '\n', '## \n', '##\n\n- x', 'text'])('any body is taken apart: %j', (body) => {
  expect(() => parseNoteBody(body)).not.toThrow();
});

test('marks are read as they are written', () => {
  expect(bullets(`## Added\n\n- It ${withdrawnMark('1.2.0-RC1')} ${idMark(['a-1', 'b-2'])}\n`)).toEqual([
    [['a-1', 'b-2'], 'It'],
  ]);
});
