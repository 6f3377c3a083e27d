import { describe, expect, test } from 'vitest';
import { applyEditorDecisions, editedEntries } from '../history/editor-decisions.ts';
import { parseNoteBody } from '../markdown/note-body.ts';
import type { Opening } from '../records/dossier.ts';
import { type Note, NoteSchema } from '../records/note.ts';
import { dossierSummary } from './dossier-view.ts';
import { releaseView } from './release-view.ts';

const NOTE: Note = NoteSchema.parse({
  schema: 1,
  product: 'core',
  version: '1.0.0',
  date: '2026-01-31T00:00:00+00:00',
  prerelease: false,
  imported: {
    from: 'CHANGELOG.md',
    format: 'keep-a-changelog',
    digest: `sha256:${'0'.repeat(64)}`,
    dated: 'text',
  },
  previous: null,
  entries: [],
});
const { imported: _, ...OWN } = NOTE;
const BODY = parseNoteBody('## Added\n\n- All of it (#1)\n');
const PRODUCT = {
  schema: 1 as const,
  name: 'Core',
  summary: '',
  contributors: false,
  modules: [{ id: 'core', name: 'Core' }],
};

function summary(note: Note, opening: Opening | null = null) {
  return dossierSummary('core', '1.0.0', 'America/Los_Angeles', {
    dossier: null,
    note: { note, body: BODY },
    platform: null,
    opening,
  });
}

describe('a note from before this tool', () => {
  test('is told as such to customers', () => {
    const view = (note: Note) =>
      releaseView({ note, body: BODY }, { id: 'core', product: PRODUCT, notes: [] });
    expect([view(NOTE).imported, view(OWN).imported]).toEqual([true, false]);
  });

  test('is no gap in the records for auditors, and its day is the same in every zone', () => {
    expect(summary(NOTE)).toMatchObject({
      imported: { from: 'CHANGELOG.md' },
      events: [],
      conservation: null,
      date: { shown: '31 Jan 2026' },
    });
    expect(summary(OWN)).toMatchObject({ imported: null, events: [{ kind: 'no-dossier' }] });
  });

  test('is not told as imported alone where the release was opened since', () => {
    expect(summary(NOTE, { due: '2026-02-01T00:00:00+00:00' } as Opening).imported).toBeNull();
  });

  test('a change that it does not tell of was taken out by nobody', () => {
    const fate = {
      commit: 'a'.repeat(40),
      module: 'core',
      change: 'core-1',
      pullRequest: 1,
      disposition: 'published' as const,
      reason: '',
    };
    const entry = { id: 'core-1', module: 'core', pullRequest: 1, kind: 'feat' };
    const reasonIn = (note: Note) =>
      applyEditorDecisions([fate], {
        entries: editedEntries({ ...note, entries: [entry] }),
        bulletIds: [],
      })[0]?.reason;
    expect(reasonIn(NOTE)).toBe('not told of in the project’s earlier changelog, which is the note');
    expect(reasonIn(OWN)).toBe('taken out of the note by a person');
  });

  test.each(['../C.md', '/etc/passwd', 'a/b', '', '-x', 'a\nb', '<b>'])('no path is kept: %j', (from) => {
    expect(NoteSchema.safeParse({ ...NOTE, imported: { ...NOTE.imported, from } }).success).toBe(false);
  });
});
