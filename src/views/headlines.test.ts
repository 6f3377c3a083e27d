import { expect, test } from 'vitest';
import { parseNoteBody } from '../markdown/note-body.ts';
import { type NoteInput, NoteSchema } from '../records/note.ts';
import { headlinesOf } from './headlines.ts';

type Fate = Partial<NonNullable<NoteInput['entries']>[number]>;

/** Headlines of a note whose entries, core-1 first, met a fate each. */
function headlines(text: string, fates: Fate[], count = 5): string[] {
  const note = NoteSchema.parse({
    ...{ schema: 1, product: 'core', version: '1.0.0', date: '2026-02-03T10:00:00+00:00' },
    ...{ prerelease: false, previous: null, known: [{ id: 'known-1' }] },
    entries: fates.map((fate, at) => ({
      ...{ id: `core-${at + 1}`, module: 'core', pullRequest: at + 1, kind: 'fix' },
      ...fate,
    })),
  });
  return headlinesOf({ note, body: parseNoteBody(text) }, count).map(({ html }) => html);
}

test('the most urgent come first, each in a line, without what nobody needs to know', () => {
  const text =
    '## Maintenance\n\n- m {#core-1}\n\n## Fixed\n\n- f\n\n  More. {#core-2}\n- g\n\n## Security\n\n- s {#core-3}\n';
  expect(headlines(text, [{}, {}, {}])).toEqual(['s', 'f', 'g']);
  expect(headlines(text, [{}, {}, {}], 1)).toEqual(['s']);
});

test('what was taken back makes room for what stands', () => {
  const text =
    '## Fixed\n\n- gone {#core-1}\n- again {#core-2}\n- half {#core-1 #core-3}\n- both {#core-1 #core-4}\n- own\n\n## Known issues\n\n- slow {#known-1}\n';
  const fates = [
    { withdrawnIn: '1.1.0' },
    { withdrawnIn: '1.1.0', restoredIn: '1.2.0' },
    {},
    { moreWithdrawals: [{ in: '1.0.1' }] },
  ];
  expect(headlines(text, fates)).toEqual(['again', 'half', 'own', 'slow']);
  expect(headlines(text, fates, 1)).toEqual(['again']);
});

test('a release that was brought again on one of several lines counts as brought again', () => {
  const moreWithdrawals = [{ in: '1.0.1' }, { in: '1.0.1', restoredIn: '1.0.2' }];
  expect(headlines('## Fixed\n\n- a {#core-1}\n', [{ moreWithdrawals }])).toEqual(['a']);
});
