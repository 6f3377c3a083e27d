import { parseNoteBody } from '../../markdown/note-body.ts';
import type { Note } from '../../records/note.ts';
import type { Product } from '../../records/product.ts';
import type { NoteText } from './note-text.ts';

/** A note as it is read, before it is held against the others. */
export interface ReadNote {
  /** The whole file. */
  text: string;
  note: Note;
  /** The body as it stands in the file. */
  source: string;
  /** Names of the pictures in its folder. */
  images: readonly string[];
}

/** A product's notes with what each needs to know of the others. */
export function noteTexts(product: Product, notes: readonly ReadNote[]): NoteText[] {
  const versions = new Set(notes.map(({ note }) => note.version));
  const ids = new Set(notes.flatMap(({ note }) => note.entries.map(({ id }) => id)));
  return notes.map((note) => noteText(note, { product, versions, ids }));
}

/** One note with what it needs to know of the others. */
export function noteText(
  { text, note, source, images }: ReadNote,
  others: Pick<NoteText, 'product' | 'versions' | 'ids'>,
): NoteText {
  const files = new Set(images.map((name) => `${note.version}/${name}`));
  return { text, note, source, body: parseNoteBody(source), ...others, files };
}
