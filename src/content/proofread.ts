import { readMarkdown } from '../markdown/front-matter.ts';
import type { Mistake } from '../notes/proofread/mistake.ts';
import { noteText } from '../notes/proofread/note-texts.ts';
import { proofread } from '../notes/proofread/proofread.ts';
import { NoteSchema } from '../records/note.ts';
import { shown, textOf } from './files.ts';
import { noteImageNames } from './note-images.ts';
import type { ProductPages } from './sources.ts';

/** The mistakes of a note that is being written, with its file: for the development server. */
export function mistakesOf(source: ProductPages, version: string): { file: string; mistakes: Mistake[] } {
  const { id: product, notes } = source;
  const file = shown('notes', product, version);
  if (!notes.some(({ note }) => note.version === version)) return { file, mistakes: [] };
  const text = textOf('notes', product, version);
  const { data: note, body } = readMarkdown(text, NoteSchema, file);
  const read = { text, note, source: body, images: noteImageNames(product, version) };
  return { file, mistakes: proofread(noteText(read, othersIn(source))) };
}

/** What a note needs to know of the others: they are read already. */
function othersIn({ product, notes }: ProductPages): Parameters<typeof noteText>[1] {
  const ids = new Set(notes.flatMap(({ note }) => note.entries.map(({ id }) => id)));
  return { product, versions: new Set(notes.map(({ note }) => note.version)), ids };
}
