import type { ImportFormat } from '../../../src/records/index.ts';
import type { FolderVersion } from './change-files.ts';
import {
  type GivenFile,
  type ImportedVersion,
  NO_TAG,
  NOT_RELEASED,
  type ReadImport,
  type UnreadLine,
  unreadLine,
} from './imported-version.ts';
import { isTooDeep, TOO_DEEP } from './nesting.ts';
import { bodyOfNotes, type NotedChange } from './noted-changes.ts';

/** A file of notes, what it says, and what its folder says of the version. */
export interface NotedFile extends GivenFile {
  folder: FolderVersion;
  read: { notes: NotedChange[]; unread: UnreadLine[] };
}

/** How files become versions. */
export interface JoinContext {
  format: ImportFormat;
  /** Sections in the order of a note. */
  order: readonly string[];
  /** Versions by file, as the tags of a clone tell; null where no clone was given. */
  brought: ReadonlyMap<string, readonly string[]> | null;
}

/** Versions of files that each tell of one change. A file that no version has is told. */
export function joinNotes(files: readonly NotedFile[], { format, order, brought }: JoinContext): ReadImport {
  const unread = files.flatMap(({ read }) => read.unread);
  const byVersion = new Map<string, NotedFile[]>();
  for (const file of files) {
    if (file.read.notes.length === 0) continue;
    if (isTooDeep(file.text)) {
      unread.push(unreadLine(file.name, 1, firstWords(file), TOO_DEEP));
      continue;
    }
    const versions = versionsOf(file, brought);
    if (typeof versions === 'string') unread.push(unreadLine(file.name, 1, firstWords(file), versions));
    else for (const version of versions) byVersion.set(version, [...(byVersion.get(version) ?? []), file]);
  }
  return { format, versions: [...byVersion].map(([version, own]) => versionOf(version, own, order)), unread };
}

/** The reason where there is none. */
function versionsOf(
  { folder, name }: NotedFile,
  brought: JoinContext['brought'],
): readonly string[] | string {
  if (folder.kind === 'version') return [folder.version];
  if (folder.kind === 'unreleased') return NOT_RELEASED;
  if (brought === null)
    return 'nothing says which version brought it: give --repo a clone whose tags hold the file';
  const versions = brought.get(name) ?? [];
  return versions.length > 0 ? versions : NO_TAG;
}

function versionOf(version: string, files: readonly NotedFile[], order: readonly string[]): ImportedVersion {
  return {
    version,
    date: null,
    prerelease: null,
    yanked: false,
    body: bodyOfNotes(
      files.flatMap(({ read }) => read.notes),
      order,
    ),
    file: files[0]?.name ?? '',
    line: 1,
    source: files.map(({ text }) => text).join('\0'),
  };
}

function firstWords({ read }: NotedFile): string {
  return read.notes[0]?.text ?? '';
}
