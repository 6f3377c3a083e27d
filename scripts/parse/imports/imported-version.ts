import type { ImportFormat } from '../../../src/records/index.ts';

/** When a version came out, and who says so. */
export interface ToldDate {
  /** As records write it; for a day that has no time, its first second. */
  at: string;
  dated: 'text' | 'platform';
}

/** A version as some project's own notes tell of it. */
export interface ImportedVersion {
  /** As addresses have it. */
  version: string;
  /** Null where the text says none, or one that can be read in two ways. */
  date: ToldDate | null;
  /** What the platform says; null where the version itself has to tell. */
  prerelease: boolean | null;
  /** Marked as one that nobody shall use. */
  yanked: boolean;
  /** The body of its note. */
  body: string;
  /** Where it begins. */
  file: string;
  line: number;
  /** What it was made from, for its digest. */
  source: string;
}

/** Something that no note has now, with the reason. */
export interface UnreadLine {
  file: string;
  /** Counted from 1. */
  line: number;
  /** The beginning of the text. */
  text: string;
  why: string;
}

/** What a reader made of some files. */
export interface ReadImport {
  format: ImportFormat;
  versions: ImportedVersion[];
  unread: UnreadLine[];
}

/** A file as it is read: `name` is what people call it. */
export interface GivenFile {
  name: string;
  text: string;
}

/** Why changes that no release has yet are left out. */
export const NOT_RELEASED = 'it is not released: only releases are brought over';
export const NO_TAG = 'no tag of a version holds it: it is not released';

const SHOWN = 100;

/** A row of what could not be read, with as much of the text as fits on a line. */
export function unreadLine(file: string, line: number, text: string, why: string): UnreadLine {
  const first = text.trim().split('\n')[0] ?? '';
  const shown = first.length > SHOWN ? `${first.slice(0, SHOWN).trimEnd()}…` : first;
  return { file, line, text: shown, why };
}
