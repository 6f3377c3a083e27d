import { UNTOLD } from '../../history/editor-decisions.ts';
import { ISO_CHANGES, SOC_2_CHANGES, SOC_2_COMMUNICATION } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier, JudgedNote } from '../dossier.ts';
import { toldChanges } from '../told-changes.ts';
import { unfinishedWords } from '../unfinished-words.ts';
import { counted } from '../wording.ts';

/** Customers are told what comes to them, in words that somebody finished. */
export const notesReady: Control = {
  id: 'notes-ready',
  sentence:
    'The release note tells every published change or a person took it out, says what to do where something must be done, has nothing left open in it, and the release is not withdrawn.',
  clauses: [SOC_2_CHANGES, SOC_2_COMMUNICATION, ISO_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { note, version } = dossier;
  if (note === null) return finding([], [{ text: `${version} has no release note`, record: null }], []);
  const ofNote = (text: string): Reason => ({ text, record: note.path });
  const { told, takenOut, forgotten, foreign } = toldChanges(note, dossier);
  const failures = [
    ...withdrawal(note, dossier.now),
    ...emptiness(told, dossier),
    ...forgotten.map((id) => `${named(id, dossier)} is published, and the note does not tell of it`),
    ...foreign.map((id) => `the note tells of ${id}, which the release does not bring`),
    ...unfinishedWords(note.body, dossier.changes),
  ];
  return finding(
    [...failures.map(ofNote), ...conflicts(dossier)],
    [],
    [
      `it tells of ${counted(told.length, 'change')}`,
      ...takenOut.map(
        (id) =>
          `${named(id, dossier)} ${note.data.imported === undefined ? 'was taken out of the note by a person' : `is ${UNTOLD}`}`,
      ),
    ].map(ofNote),
  );
}

/** The entry of a third-party part says nothing by its id. */
function named(id: string, { note }: Dossier): string {
  const part = note?.data.entries.find((entry) => entry.id === id)?.part;
  return part === undefined ? id : `${part} (${id})`;
}

/** A release that customers should not use is not one to be blessed, however well it was made. */
function withdrawal({ data: { withdrawn } }: JudgedNote, now: string): string[] {
  if (withdrawn === undefined || (withdrawn.at !== undefined && withdrawn.at > now)) return [];
  return [`the release is withdrawn: ${withdrawn.reason}`];
}

function conflicts({ release }: Dossier): Reason[] {
  const events = (release?.data.events ?? []).filter(({ kind }) => kind === 'note-conflict');
  return events.map(({ text }) => ({ text, record: release?.path ?? null }));
}

function emptiness(told: readonly string[], { fates }: Dossier): string[] {
  const published = new Set(
    fates.flatMap(({ disposition, change }) => (disposition === 'published' ? [change] : [])),
  );
  if (told.length > 0 || published.size === 0) return [];
  return [`the note is empty, and the release publishes ${counted(published.size, 'change')}`];
}
