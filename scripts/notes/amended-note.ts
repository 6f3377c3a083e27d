import { readMarkdown } from '../../src/markdown/front-matter.ts';
import { Fault, type KnownIssue, type Note, NoteSchema, type Section } from '../../src/records/index.ts';
import { replaceFields } from '../store/front-matter-edit.ts';
import type { StoredNote } from '../store/read.ts';
import type { Yaml } from '../store/yaml-lines.ts';
import { editBody, type NoteEdit } from './note-edit.ts';
import { lineEndOf } from './section-place.ts';

/** What is corrected in a note that is out. */
export interface NoteAmendment {
  /** When, as records write it. */
  at: string;
  /** What was corrected, in one sentence for customers. */
  says: string;
  /** An entry's new words. */
  reword?: { id: string; text: string };
  /** A bullet more, or prose under "Highlights" and "Upgrade notes". */
  add?: { section: Section; text: string };
  /** A known issue more. */
  known?: { text: string; issue: Omit<KnownIssue, 'id'> };
  /** The release must not be used any more. */
  withdrawn?: { reason: string; use?: string };
}

/**
 * A note with its correction: the words are changed, and the front matter says when and what, so that readers who know
 * the old note, and feeds, learn of it. `usedIds` gives the known issues of all notes of the product; it is asked only
 * where one more is added. Throws a Fault.
 */
export function amendNote(
  stored: StoredNote,
  amendment: NoteAmendment,
  usedIds: () => readonly string[],
): string {
  const { data, body, text, file } = stored;
  const place = { file };
  checkTime(data, amendment.at, place);
  const id = amendment.known === undefined ? null : nextId(usedIds());
  const edits = editsOf(amendment, id);
  const head = text.slice(0, text.length - body.length);
  const fields = fieldsOf(data, amendment, id) as { [key: string]: Yaml };
  const amended =
    replaceFields(head, data as unknown as { [key: string]: Yaml }, fields) +
    edits.reduce((edited, edit) => changed(edited, edit, stored), body);
  readMarkdown(amended, NoteSchema, file);
  return amended;
}

function checkTime({ date, updates = [] }: Note, at: string, place: { file: string }): void {
  const last = updates.at(-1)?.at ?? date;
  if (at >= last) return;
  throw new Fault(`a correction at ${at} would come before ${last}`, {
    place: { ...place, field: 'updates' },
    hint: 'Give --at a time after the release and after its last correction.',
  });
}

/** "known-4" after "known-3": an id is never used again. */
function nextId(used: readonly string[]): string {
  const numbers = used.map((id) => Number(/^known-(\d+)$/.exec(id)?.[1] ?? 0));
  return `known-${Math.max(0, ...numbers) + 1}`;
}

function editsOf({ reword, add, known }: NoteAmendment, id: string | null): NoteEdit[] {
  return [
    ...(reword === undefined ? [] : [{ do: 'reword' as const, ...reword }]),
    ...(add === undefined ? [] : [{ do: 'add' as const, ...add }]),
    ...(known === undefined
      ? []
      : [{ do: 'add' as const, section: 'known' as const, text: `${known.text} {#${id}}` }]),
  ];
}

function fieldsOf(
  note: Note,
  { at, says, known, withdrawn }: NoteAmendment,
  id: string | null,
): Partial<Note> {
  return {
    ...(withdrawn !== undefined && { withdrawn: { ...withdrawn, at } }),
    ...(known !== undefined && { known: [...(note.known ?? []), { id: id ?? '', ...known.issue }] }),
    updates: [...(note.updates ?? []), { at, text: says }],
  };
}

function changed(body: string, edit: NoteEdit, { data, text, file }: StoredNote): string {
  const place = { file };
  try {
    const edited = editBody(body, edit, new Set(data.entries.map(({ id }) => id)), lineEndOf(text));
    if (edited !== body) return edited;
  } catch (cause) {
    throw new Fault(cause instanceof Error ? cause.message : String(cause), { place, cause });
  }
  throw new Fault('the note has these words already', { place, hint: 'Write what shall be different.' });
}
