import type { NoteBody } from '../../markdown/note-body.ts';
import type { Note } from '../../records/note.ts';
import type { Product } from '../../records/product.ts';

/** A note as a proofreader gets it: its text, what is in it, and what stands around it. */
export interface NoteText {
  /** The whole file. */
  text: string;
  note: Note;
  /** The body as it stands in the file. */
  source: string;
  body: NoteBody;
  product: Product;
  /** Versions of the product that have notes. */
  versions: Pick<ReadonlySet<string>, 'has'>;
  /** Ids of the entries of all its notes; who proofreads one note alone looks elsewhere only when asked. */
  ids: Pick<ReadonlySet<string>, 'has'>;
  /** Files beside the note, as its text names them: "1.9.0/plot.png". */
  files: ReadonlySet<string>;
}

/** The line of the file on which a line of the body stands. */
export function fileLine({ text, source }: Pick<NoteText, 'text' | 'source'>, line: number): number {
  return text.slice(0, text.length - source.length).split('\n').length - 1 + line;
}

/** The first line of the file's front matter that holds some words; its first line where none does. */
export function frontMatterLine({ text, source }: Pick<NoteText, 'text' | 'source'>, words: string): number {
  const head = text.slice(0, text.length - source.length).split('\n');
  return (
    Math.max(
      0,
      head.findIndex((line) => line.includes(words)),
    ) + 1
  );
}
