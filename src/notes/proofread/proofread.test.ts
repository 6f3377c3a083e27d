import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../markdown/front-matter.ts';
import { NoteSchema } from '../../records/note.ts';
import { ProductSchema } from '../../records/product.ts';
import { noteTexts } from './note-texts.ts';
import { proofread } from './proofread.ts';

const PRODUCT = ProductSchema.parse({
  schema: 1,
  name: 'Core',
  modules: [{ id: 'core', name: 'Core' }],
  compatibility: [{ id: 'kubernetes', name: 'Kubernetes' }],
});

/** Front matter of nine lines, then the given fields, two entries of four lines each, dashes and an empty line. */
function note(body: string, fields = ''): string {
  return `---
schema: 1
product: core
version: "1.1.0"
date: "2026-02-01T09:00:00+00:00"
prerelease: false
previous: null
${fields}entries:
${[1, 2].map((number) => `  - id: core-${number}\n    module: core\n    pullRequest: ${number}\n    kind: fix\n`).join('')}---

${body}`;
}

const BODY_STARTS = 19;

function mistakesOf(body: string, fields = '', images: string[] = []) {
  const text = note(body, fields);
  const { data, body: source } = readMarkdown(text, NoteSchema, 'note.md');
  return noteTexts(PRODUCT, [{ text, note: data, source, images }]).flatMap(proofread);
}

function said(body: string, fields = '', images: string[] = []): string[] {
  return mistakesOf(body, fields, images).map(({ line, says }) => `${line - BODY_STARTS}: ${says}`);
}

test('a good note has no mistake', () => {
  const body = [
    'Words with a [link](https://example.org), a [name][site], `[code][here]` and \\[brackets]\\[here].',
    '',
    '[site]: https://example.org/site',
    '',
    '## Action required',
    '',
    '- Do this first.',
    '',
    '## Fixed',
    '',
    '- One {#core-1}',
    '- **Two:** this and that ![A plot](1.1.0/plot.png) {#core-2}',
    '',
    '## Known issues',
    '',
    '- It creaks. {#known-1}',
  ].join('\n');
  expect(said(body, 'known:\n  - id: known-1\n', ['plot.png'])).toEqual([]);
});

describe('each mistake is named on its line of the file', () => {
  test.each([
    [
      'a bullet without an id',
      '## Fixed\n\n- One',
      '2: "One" under Fixed has no id: nobody can link to it, and no table has it',
    ],
    [
      'an unknown id',
      '## Fixed\n\n- One {#core-9}',
      '2: {#core-9} is unknown: it is not among "entries" of the front matter',
    ],
    [
      'an unknown issue',
      '## Known issues\n\n- One {#core-1}',
      '2: {#core-1} is unknown: it is not among "known" of the front matter',
    ],
    [
      'an entry twice',
      '## Fixed\n\n- One {#core-1}\n- Two {#core-1}',
      '3: {#core-1} stands in a second bullet; the first is on line 21',
    ],
    [
      'the same words twice',
      '## Fixed\n\n- One {#core-1}\n\n## Thanks\n\n- one',
      '6: the same words as on line 21',
    ],
    [
      'a relative link',
      'See [it](../it.md).',
      '0: the link "../it.md" leads nowhere: readers of feeds and mails do not know where it starts',
    ],
    [
      'a name that is defined nowhere',
      'See [it][there].',
      '0: the link [there] is defined nowhere in the note',
    ],
    [
      'a picture that is not there',
      '\n![A plot](1.1.0/plot.png)',
      '1: the picture "1.1.0/plot.png" does not stand beside the note: its description is shown in its place',
    ],
    [
      'a long heading',
      `## ${'long '.repeat(17)}`,
      '0: a title of 84 characters: lists, feeds and previews show 80',
    ],
    [
      'a long bold title',
      `## Fixed\n\n- **${'x'.repeat(81)}:** more {#core-1}`,
      '2: a title of 82 characters: lists, feeds and previews show 80',
    ],
    [
      'a long first line',
      `## Fixed\n\n- ${'x'.repeat(81)} {#core-1}\n\n  more`,
      '2: a title of 81 characters: lists, feeds and previews show 80',
    ],
    [
      'a heading that is nearly one',
      '## Fixd\n\nWords.',
      '0: "Fixd" is no section, and its entries are in no table',
    ],
  ])('%s', (_name, body, expected) => {
    expect(said(body)).toEqual([expected]);
  });

  test('a picture that nobody describes', () => {
    expect(said('![](1.1.0/plot.png)', '', ['plot.png'])).toEqual([
      '0: the picture "1.1.0/plot.png" has no description',
    ]);
  });

  test.each([
    ['withdrawn:\n  reason: Bad.\n  use: "1.2.0"\n', 10, '"use" names 1.2.0, which has no note'],
    ['known:\n  - id: known-1\n', 9, 'the known issue known-1 has no bullet'],
    [
      'compatibility:\n  helm: "3"\n',
      9,
      '"compatibility" names "helm", which the product\'s page does not list',
    ],
    ['features:\n  thin: beta\n', 9, '"features" names "thin", which the product\'s page does not list'],
  ])('in the front matter: %s', (fields, line, says) => {
    expect(mistakesOf('', fields).map((mistake) => [mistake.line, mistake.says])).toEqual([[line, says]]);
  });

  test('facts of a known issue that name what is not there', () => {
    const fields = 'known:\n  - id: known-1\n    since: "0.9.0"\n    fixedBy: core-9\n';
    expect(
      mistakesOf('## Known issues\n\n- One {#known-1}', fields).map(({ line, says }) => [line, says]),
    ).toEqual([
      [10, '"since" names 0.9.0, which has no note'],
      [11, '"fixedBy" names core-9, which no note of the product has'],
    ]);
  });
});

test('lines are those of the file, also with Windows line ends', () => {
  const text = note('## Fixed\n\n- One').replaceAll('\n', '\r\n');
  const { data, body } = readMarkdown(text, NoteSchema, 'note.md');
  const [mistake] = noteTexts(PRODUCT, [{ text, note: data, source: body, images: [] }]).flatMap(proofread);
  expect(text.split('\r\n')[(mistake?.line ?? 0) - 1]).toBe('- One');
});
