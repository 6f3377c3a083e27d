import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../src/markdown/front-matter.ts';
import { NoteSchema, type Section } from '../../src/records/index.ts';
import type { StoredNote } from '../store/read.ts';
import { draftNote, type NoteDraft, type NoteFacts } from './note-draft.ts';
import type { OfferedEntry } from './note-entries.ts';

const FACTS: NoteFacts = {
  product: 'core',
  version: '1.1.0',
  date: '2026-02-01T09:00:00+00:00',
  prerelease: false,
  previous: '1.0.0',
};

function offer(number: number, section: Section, more: Partial<OfferedEntry['entry']> = {}): OfferedEntry {
  const id = `core-${number}`;
  return {
    entry: { id, module: 'core', pullRequest: number, kind: 'other', ...more },
    section,
    bullet: `- Part ${number} {#${id}}`,
  };
}

function stored(text: string): StoredNote {
  const file = 'notes/core/1.1.0.md';
  return { ...readMarkdown(text, NoteSchema, file), text, file };
}

function bodyOf({ text }: NoteDraft): string {
  return stored(text).body;
}

/** Drafts a note, replaces its body by hand, and drafts again. */
function redraft(first: OfferedEntry[], body: string, second: OfferedEntry[]): NoteDraft {
  const { text } = draftNote(FACTS, first, null);
  const head = text.slice(0, text.length - stored(text).body.length);
  return draftNote(FACTS, second, stored(head + body));
}

test('a first note of nothing is front matter alone, and can be read and drafted again', () => {
  const { text } = draftNote(FACTS, [], null);
  expect(draftNote(FACTS, [], stored(text)).text).toBe(text);
});

test('drafting again changes nothing', () => {
  const offers = [offer(1, 'added'), offer(2, 'fixed', { alsoIn: ['1.0.1'], breaking: true })];
  const { text } = draftNote(FACTS, offers, null);
  expect(draftNote(FACTS, offers, stored(text))).toEqual({ text, conflicts: [] });
});

test.each<[string, string, Section, string]>([
  ['an empty body', '', 'added', '## Added\n\n- Part 2 {#core-2}\n'],
  ['prose alone', 'Words.\n', 'added', 'Words.\n\n## Added\n\n- Part 2 {#core-2}\n'],
  ['an empty section', '## Added\n', 'added', '## Added\n\n- Part 2 {#core-2}\n'],
  [
    'a section with prose alone',
    '## Added\n\nWords.\n',
    'added',
    '## Added\n\n- Part 2 {#core-2}\n\nWords.\n',
  ],
  [
    'a heading with words on the next line',
    '## Added\nWords.\n',
    'added',
    '## Added\n\n- Part 2 {#core-2}\n\nWords.\n',
  ],
  [
    'a later heading with markup',
    '## *Fixed*  \n\n- One\n',
    'added',
    '## Added\n\n- Part 2 {#core-2}\n\n## *Fixed*  \n\n- One\n',
  ],
  [
    'a later heading that is underlined',
    'Words.\n\nFixed\n---\n\n- One\n',
    'added',
    'Words.\n\n## Added\n\n- Part 2 {#core-2}\n\nFixed\n---\n\n- One\n',
  ],
  ['no line end', '## Added\n\n- One', 'added', '## Added\n\n- One\n- Part 2 {#core-2}'],
  [
    'a later section',
    '## Fixed\n\n- One\n',
    'added',
    '## Added\n\n- Part 2 {#core-2}\n\n## Fixed\n\n- One\n',
  ],
  [
    'an earlier section',
    '## Added\n\n- One\n',
    'fixed',
    '## Added\n\n- One\n\n## Fixed\n\n- Part 2 {#core-2}\n',
  ],
  ['own headings', '## Thanks\n\nAll.\n', 'fixed', '## Thanks\n\nAll.\n\n## Fixed\n\n- Part 2 {#core-2}\n'],
  [
    'an own heading behind the section before',
    '## Added\n\n- One\n\n## Thanks\n\nAll.\n',
    'fixed',
    '## Added\n\n- One\n\n## Fixed\n\n- Part 2 {#core-2}\n\n## Thanks\n\nAll.\n',
  ],
])('a new bullet finds its place: %s', (_name, body, section, expected) => {
  expect(bodyOf(redraft([], body, [offer(2, section)]))).toBe(expected);
});

test.each(['', '\n', 'Words.', 'Words.\n', 'Words.\n\n', 'Words.\r\n\r\n'])(
  'new sections at the end of %j are parted by one empty line',
  (body) => {
    const drafted = bodyOf(redraft([], body, [offer(1, 'added'), offer(2, 'fixed')])).replaceAll('\r', '');
    const words = body.trim() === '' ? '' : 'Words.\n\n';
    expect(drafted.replace(/^\n/, '')).toBe(
      `${words}## Added\n\n- Part 1 {#core-1}\n\n## Fixed\n\n- Part 2 {#core-2}\n`,
    );
  },
);

test('an entry that is offered no more keeps its facts; new facts of one that is come in', () => {
  const draft = redraft([offer(1, 'added'), offer(2, 'added')], '', [
    offer(2, 'added', { alsoIn: ['1.0.1'] }),
  ]);
  const { entries } = stored(draft.text).data;
  expect(entries.map(({ id, alsoIn }) => [id, alsoIn])).toEqual([
    ['core-1', undefined],
    ['core-2', ['1.0.1']],
  ]);
  expect(draft.conflicts).toEqual([]);
});

test('a withdrawal is marked in front of the ids, once', () => {
  const withdrawn = [offer(1, 'added', { withdrawnIn: '1.2.0' })];
  const body = '## Added\n\n- Our own words\n  here {#core-1}\n- Free {curly}\n';
  const marked = bodyOf(redraft([offer(1, 'added')], body, withdrawn));
  expect(marked).toBe(body.replace('{#core-1}', '_(withdrawn in 1.2.0)_ {#core-1}'));
  expect(bodyOf(redraft([offer(1, 'added')], marked, withdrawn))).toBe(marked);
});

test('conflicts name the file, the id and what is wrong', () => {
  const body = '## Added\n\n- A {#core-1}\n- B {#core-1}\n- C {#core-9}\n- D {#core-2}\n';
  const { conflicts } = redraft([offer(1, 'added'), offer(2, 'added')], body, [offer(1, 'added')]);
  expect(conflicts).toEqual([
    'notes/core/1.1.0.md: {#core-1} stands in more than one bullet',
    'notes/core/1.1.0.md: {#core-9} in "C" is no change of this release',
    'notes/core/1.1.0.md: {#core-2} has a bullet, but the change is not published in this release any more',
  ]);
});

describe('what a person wrote', () => {
  const entries = [
    'entries:',
    '  - id: core-1',
    '    security: # told to us',
    '      severity: high',
    '      ids: ["CVE-2026-12345"]',
    '    removes: core-9',
    '    removalIn: "2.0.0"',
    '    module: core',
    '    pullRequest: 1',
    '    kind: other',
    '    alsoIn: ["1.0.1"]',
    '',
  ].join('\n');
  const written = [
    'features: { pools: beta } # since the tests',
    'compatibility:',
    '    kubernetes:   ">= 1.29"',
    'known:',
    '  - { id: known-3, fixedBy: core-7 }',
    'updates:',
    '  - at: 2026-02-03T09:00:00+00:00',
    '    text: >-',
    '      Names',
    '      core-1.',
    'withdrawn: {reason: Loses data.}',
    '',
  ].join('\n');
  const body = '\n## Added\n\n- Part 1 {#core-1}\n\n## Known issues\n\n- It is slow. {#known-3}\n';
  const noted = (own: string): StoredNote => {
    const { text } = draftNote(FACTS, [], null);
    return stored(text.replace('entries: []\n', own).replace(/---\n$/, `---\n${body}`));
  };

  test('of an entry and of the note stays, byte for byte, where nothing is new', () => {
    const note = noted(written + entries);
    const same = [offer(1, 'added', { alsoIn: ['1.0.1'] })];
    expect(draftNote(FACTS, same, note)).toEqual({ text: note.text, conflicts: [] });
  });

  test('of an entry stays where its facts are new', () => {
    const note = noted(written + entries);
    const { text } = draftNote(FACTS, [offer(1, 'added', { alsoIn: ['1.2.0'] })], note);
    expect(text.startsWith(note.text.slice(0, note.text.indexOf('entries:')))).toBe(true);
    expect(stored(text).data.entries).toEqual([
      {
        id: 'core-1',
        module: 'core',
        pullRequest: 1,
        kind: 'other',
        alsoIn: ['1.2.0'],
        security: { ids: ['CVE-2026-12345'], severity: 'high' },
        removalIn: '2.0.0',
        removes: 'core-9',
      },
    ]);
  });

  test('of the note stays where the harvest’s fields come and go', () => {
    const note = noted(written + entries);
    const more = { ...FACTS, descendsFrom: ['0.9.1', '1.0.0'], foldedInto: '1.1.0' };
    const same = [offer(1, 'added', { alsoIn: ['1.0.1'] })];
    const { text } = draftNote(more, same, note);
    expect(text).toContain(written);
    expect(stored(text).data).toMatchObject({ descendsFrom: ['0.9.1', '1.0.0'], foldedInto: '1.1.0' });
    expect(draftNote(FACTS, same, stored(text)).text).toBe(note.text);
  });

  test('as a known issue is a conflict only elsewhere, twice, or where the front matter does not know it', () => {
    const wrong = body
      .replace('{#core-1}', '{#core-1}\n- Slow {#known-3}')

      .concat('- Again {#known-3}\n- Other {#known-4}\n');
    const note = noted(written + entries);
    const changed = stored(note.text.replace(body, wrong));
    expect(draftNote(FACTS, [offer(1, 'added')], changed).conflicts).toEqual([
      'notes/core/1.1.0.md: {#known-3} in "Slow" is no change of this release',
      'notes/core/1.1.0.md: {#known-3} stands in more than one bullet',
      'notes/core/1.1.0.md: {#known-3} stands in more than one bullet',
      'notes/core/1.1.0.md: {#known-4} in "Other" is no change of this release',
    ]);
  });
});
