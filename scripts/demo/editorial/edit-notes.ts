import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import { type Note, NoteSchema } from '../../../src/records/index.ts';
import { editBody } from '../../notes/note-edit.ts';
import { replaceFields } from '../../store/front-matter-edit.ts';
import type { Yaml } from '../../store/yaml-lines.ts';
import type { EditedNote } from './edited-note.ts';
import { EDITED_NOTES } from './edited-notes.ts';

/**
 * Changes some notes of the sample ledger as a release manager does after the first harvest. Notes that have
 * been changed already keep every byte. Throws where a note, or what shall be changed in it, is not there; then
 * no note is changed. Returns the notes that were written, relative to the content folder.
 */
export async function applyEditorialEdits(contentFolder: string): Promise<string[]> {
  const edited = await Promise.all(EDITED_NOTES.map((note) => editOne(contentFolder, note)));
  const changed = edited.filter(({ before, after }) => before !== after);
  for (const { file, after } of changed) await writeFile(path.join(contentFolder, file), after);
  return changed.map(({ file }) => file);
}

async function editOne(
  content: string,
  note: EditedNote,
): Promise<{ file: string; before: string; after: string }> {
  const file = path.join('notes', note.product, `${note.version}.md`);
  try {
    const before = await readFile(path.join(content, file), 'utf8');
    return { file, before, after: editText(before, note, file) };
  } catch (cause) {
    throw new Error(`${file} cannot be edited: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return 'it is not there; harvest first';
  return cause instanceof Error ? cause.message : String(cause);
}

/** Makes all edits of one note. Pure. */
export function editText(text: string, note: EditedNote, file: string): string {
  const { data, body } = readMarkdown(text, NoteSchema, file);
  const offered = new Set(data.entries.map(({ id }) => id));
  const head = text.slice(0, text.length - body.length);
  const fields = factFields(note, data) as { [key: string]: Yaml };
  const newHead = replaceFields(head, data as unknown as { [key: string]: Yaml }, fields);
  return newHead + (note.edits ?? []).reduce((edited, edit) => editBody(edited, edit, offered), body);
}

/** What a person writes into the front matter: for the release, and for entries that a harvest has put there. */
function factFields({ withdraw, facts = {}, entries = {} }: EditedNote, { entries: harvested }: Note) {
  const unknown = Object.keys(entries).find((id) => !harvested.some((entry) => entry.id === id));
  if (unknown !== undefined) throw new Error(`the harvest has put no change ${unknown} into this note`);
  return {
    ...(withdraw !== undefined && { withdrawn: withdraw }),
    ...facts,
    entries: harvested.map((entry) => ({ ...entry, ...entries[entry.id] })),
  };
}
