import { readMarkdown } from '../markdown/front-matter.ts';
import type { Mistake } from '../notes/proofread/mistake.ts';
import { noteTexts } from '../notes/proofread/note-texts.ts';
import { proofread } from '../notes/proofread/proofread.ts';
import { NoteSchema } from '../records/note.ts';
import { shown, textOf } from './files.ts';
import { noteImageNames } from './note-images.ts';
import type { ProductPages } from './sources.ts';

/** The mistakes of a note that is being written, with its file: for the development server. */
export function mistakesOf(source: ProductPages, version: string): { file: string; mistakes: Mistake[] } {
  const notes = source.notes.map(({ note }) => {
    const text = textOf('notes', source.id, note.version);
    return {
      text,
      note,
      source: readMarkdown(text, NoteSchema, note.version).body,
      images: noteImageNames(source.id, note.version),
    };
  });
  const found = noteTexts(source.product, notes).find(({ note }) => note.version === version);
  return {
    file: shown('notes', source.id, version),
    mistakes: found === undefined ? [] : proofread(found),
  };
}
