import type { Note, NoteEntry } from '../../../src/records/index.ts';
import type { NoteEdit } from '../../notes/note-edit.ts';

/** What a release manager does to one note after the first harvest. */
export interface EditedNote {
  product: string;
  version: string;
  withdraw?: NonNullable<Note['withdrawn']>;
  /** Facts of the release that only people know. */
  facts?: Partial<Pick<Note, 'known' | 'compatibility' | 'features' | 'updates'>>;
  /** Facts of entries that only people know, by the entries' ids. */
  entries?: Readonly<Record<string, Partial<Pick<NoteEntry, 'security' | 'removalIn' | 'removes'>>>>;
  edits?: readonly NoteEdit[];
}
