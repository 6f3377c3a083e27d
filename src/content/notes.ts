import { compareVersions } from '../history/version-order.ts';
import { type NoteBody, parseNoteBody } from '../markdown/note-body.ts';
import type { NoteImages } from '../markdown/note-image.ts';
import { Fault } from '../records/fault.ts';
import { type Note, NoteSchema } from '../records/note.ts';
import { readRecord, recordPath, recordsIn, shown } from './files.ts';
import { readNoteImages } from './note-images.ts';
import { once } from './once.ts';

/** A release note: what machines know, and its text taken apart. */
export interface NoteRecord {
  note: Note;
  body: NoteBody;
  /** Pictures that stand beside it. */
  images: NoteImages;
  /** Its path from the content folder on. */
  path: string;
}

/** A product's notes, the newest version first. Throws a Fault for a note that is not what its name says. */
export const readNotes: (product: string) => NoteRecord[] = once('notes', (product) =>
  recordsIn('notes', product)
    .map((version) => readNote(product, version))
    .sort((a, b) => compareVersions(b.note.version, a.note.version)),
);

/** A version's note; undefined where there is none. */
export function findNote(product: string, version: string): NoteRecord | undefined {
  return notesByVersion(product).get(version);
}

const notesByVersion = once(
  'notes by version',
  (product) =>
    new Map(readNotes(product).map((record): [string, NoteRecord] => [record.note.version, record])),
);

function readNote(product: string, version: string): NoteRecord {
  const { data, body } = readRecord(NoteSchema, 'notes', product, version);
  const file = shown('notes', product, version);
  if (data.product !== product) throw unlike(file, 'product', product);
  if (data.version !== version) throw unlike(file, 'version', version);
  return {
    note: data,
    body: parseNoteBody(body),
    path: recordPath('notes', product, version),
    images: readNoteImages(product, version),
  };
}

function unlike(file: string, field: string, wanted: string): Fault {
  return new Fault(`expected "${wanted}", as the file's path says`, { place: { file, field } });
}
