import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseNoteBody } from '../../src/markdown/note-body.ts';
import { SECTIONS, type Section } from '../../src/records/index.ts';
import { editBody, type NoteEdit } from './note-edit.ts';

const OFFERED = new Set(['core-1', 'core-2', 'core-3']);

function edited(body: string, edit: NoteEdit): string {
  const result = editBody(body, edit, OFFERED);
  expect(editBody(result, edit, OFFERED)).toBe(result);
  return result;
}

function add(section: Section, text = 'More'): NoteEdit {
  return { do: 'add', section, text };
}

test.each<[string, string, Section, string]>([
  ['an empty body', '', 'fixed', '\n## Fixed\n\n- More\n'],
  ['an empty line', '\n', 'fixed', '\n## Fixed\n\n- More\n'],
  ['words alone, without a line end', 'Words.', 'fixed', 'Words.\n\n## Fixed\n\n- More\n'],
  [
    'none of it, behind an earlier one',
    '## Added\n\n- A\n',
    'fixed',
    '## Added\n\n- A\n\n## Fixed\n\n- More\n',
  ],
  [
    'none of it, and a heading of its own',
    '## Added\n\n- A\n\n## Thanks\n\nAll.\n',
    'fixed',
    '## Added\n\n- A\n\n## Fixed\n\n- More\n\n## Thanks\n\nAll.\n',
  ],
  [
    'a later heading with emphasis',
    '## *Fixed*\n\n- A\n',
    'added',
    '## Added\n\n- More\n\n## *Fixed*\n\n- A\n',
  ],
  [
    'a later heading with code',
    'Hi.\n\n## `Fixed`\n\n- A\n',
    'added',
    'Hi.\n\n## Added\n\n- More\n\n## `Fixed`\n\n- A\n',
  ],
  [
    'a later heading with an escape',
    '## Fi\\xed\n\n## Known iss&#117;es\n\n- A\n',
    'added',
    '## Fi\\xed\n\n## Added\n\n- More\n\n## Known iss&#117;es\n\n- A\n',
  ],
  [
    'a later heading with spaces behind it',
    '## Fixed  \n\n- A\n',
    'added',
    '## Added\n\n- More\n\n## Fixed  \n\n- A\n',
  ],
  [
    'a later heading with signs behind it',
    ' ##\tFixed ##\n\n- A\n',
    'added',
    '## Added\n\n- More\n\n ##\tFixed ##\n\n- A\n',
  ],
  [
    'a later heading that is underlined',
    'Hi.\n\nFixed\n-----\n\n- A\n',
    'added',
    'Hi.\n\n## Added\n\n- More\n\nFixed\n-----\n\n- A\n',
  ],
  [
    'the heading in code before',
    '```\n## Fixed\n```\n\n## Fixed\n\n- A\n',
    'added',
    '```\n## Fixed\n```\n\n## Added\n\n- More\n\n## Fixed\n\n- A\n',
  ],
  ['it empty', '## Fixed\n', 'fixed', '## Fixed\n\n- More\n'],
  ['it with words alone', '## Fixed\n\nWords.\n', 'fixed', '## Fixed\n\n- More\n\nWords.\n'],
])('a bullet is added to a note with %s', (_name, body, section, expected) => {
  expect(edited(body, add(section))).toBe(expected);
  const lines = (text: string) => text.replaceAll('\n', '\r\n');
  if (body.includes('\n')) expect(edited(lines(body), add(section))).toBe(lines(expected));
});

describe.each<Section>(['highlights', 'upgrade'])('words under %s', (section) => {
  const heading = section === 'highlights' ? 'Highlights' : 'Upgrade notes';

  test.each([
    ['a new section', '', `\n## ${heading}\n\nMore\n`],
    ['an empty one', `## ${heading}\n`, `## ${heading}\n\nMore\n`],
    [
      'one with words',
      `## ${heading}\n\nWords.\n\n\n## Fixed\n\n- A\n`,
      `## ${heading}\n\nWords.\n\nMore\n\n\n## Fixed\n\n- A\n`,
    ],
    [
      'one with bullets and words',
      `## ${heading}\n\n- A\n\nWords.`,
      `## ${heading}\n\n- A\n\nWords.\n\nMore`,
    ],
    [
      'one with bullets',
      `## ${heading}\n\n- A\n\nB\n-\n\n- C\n`,
      `## ${heading}\n\n- A\n\nMore\n\nB\n-\n\n- C\n`,
    ],
  ])('stand behind what is there: %s', (_name, body, expected) => {
    expect(edited(body, add(section))).toBe(expected);
  });

  test('are found again, whatever they are', () => {
    const text = '### One\n\n- a\n- b\n\nWords.\nMore words.';
    const body = `## ${heading}\n\nFirst.\n\n## Fixed\n\n- A\n`;
    expect(edited(body, add(section, text))).toContain(`First.\n\n${text}\n\n## Fixed`);
    expect(edited(body.replaceAll('\n', '\r\n'), add(section, text))).not.toMatch(/[^\r]\n/);
  });
});

test.each<[string, NoteEdit, string, string]>([
  ['introduce', { do: 'introduce', text: 'Read\nthis.' }, '\n## Fixed\n', '\nRead\nthis.\n\n## Fixed\n'],
  ['introduce', { do: 'introduce', text: 'Read this.' }, '', '\nRead this.\n'],
  [
    'reword',
    { do: 'reword', id: 'core-1', text: 'A\n  B' },
    '## Fixed\n\n- x {#core-1}\n',
    '## Fixed\n\n- A\n  B {#core-1}\n',
  ],
  [
    'merge',
    { do: 'merge', ids: ['core-1', 'core-2'], text: 'AB' },
    '## Added\n\n- a {#core-1}\n- c {#core-3}\n\nFixed\n---\n\n- b {#core-2}\n',
    '## Added\n\n- AB {#core-1 #core-2}\n- c {#core-3}\n',
  ],
  [
    'remove the only one',
    { do: 'remove', id: 'core-1' },
    '## Added\n\n- a {#core-2}\n\n*Fixed*\n---\n\n- b {#core-1}\n\n## Thanks\n\nAll.\n',
    '## Added\n\n- a {#core-2}\n\n## Thanks\n\nAll.\n',
  ],
  [
    'remove one of two',
    { do: 'remove', id: 'core-1' },
    '## Added\n\n- b {#core-1}\n- a {#core-2}\n',
    '## Added\n\n- a {#core-2}\n',
  ],
])('%s', (_name, edit, body, expected) => {
  expect(edited(body, edit)).toBe(expected);
  const lines = (text: string) => text.replaceAll('\n', '\r\n');
  if (body !== '') expect(edited(lines(body), edit)).toBe(lines(expected));
});

const headings = SECTIONS.flatMap(({ heading }) => [`## ${heading}`, `## *${heading}* `, `${heading}\n---`]);
const blocks = fc.constantFrom(
  'Words.',
  '- One\n- Two {#core-1}',
  '```\n## Fixed\n```',
  '## Thanks',
  ...headings,
);
const bodies = fc
  .record({
    parts: fc.array(blocks, { maxLength: 8 }),
    between: fc.constantFrom('\n', '\n\n'),
    end: fc.constantFrom('', '\n', '\n\n'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ parts, between, end, lineEnd }) => (parts.join(between) + end).replaceAll('\n', lineEnd));

test('adding takes nothing away, adds one entry under its heading, and nothing the second time', () => {
  const sections = fc.constantFrom(...SECTIONS.map(({ id }) => id));
  fc.assert(
    fc.property(bodies, sections, (body, section) => {
      const result = edited(body, add(section, 'Some more'));
      expect(isWithin(body, result)).toBe(true);
      const of = (text: string) => parseNoteBody(text).sections.filter((one) => one.section === section);
      const told = of(result).map(({ bullets, prose }) => [...bullets.map(({ text }) => text), prose]);
      expect(
        told
          .flat()
          .join('\n')
          .match(/^Some more$/gm),
      ).toHaveLength(1);
      expect(of(result).length).toBe(Math.max(1, of(body).length));
      expect(parseNoteBody(result).intro).toBe(parseNoteBody(body).intro);
    }),
  );
});

/** True where the second is the first with something put in at one place. */
function isWithin(part: string, whole: string): boolean {
  const different = [...part].findIndex((letter, at) => whole[at] !== letter);
  const before = different === -1 ? part.length : different;
  return whole.endsWith(part.slice(before));
}
