import { SECTIONS, type Section } from '../../../src/records/index.ts';
import { cleanText } from './clean-text.ts';
import { fragmentName, perChangeName } from './file-names.ts';
import { type GivenFile, type UnreadLine, unreadLine } from './imported-version.ts';
import type { NotedChange } from './noted-changes.ts';
import { sectionOfBullet } from './unheaded-list.ts';
import { readVersionHeading } from './version-heading.ts';

/** What one file tells, and the version that its folder names. */
export interface ChangeFile {
  notes: NotedChange[];
  unread: UnreadLine[];
}

/** In which order the sections of such a note stand. */
export const CHANGE_FILE_ORDER: readonly string[] = SECTIONS.map(({ id }) => id);

/** What the folders above a file say of its version. */
export type FolderVersion =
  | { kind: 'version'; version: string }
  | { kind: 'unreleased' }
  | { kind: 'unknown' };

/** "released/v1.9.0/123-name" names its version, "unreleased/123-name" says that it has none, "v1.9.x/…" neither. */
export function versionOfFolder(file: string): FolderVersion {
  const [folder = ''] = file.split('/').slice(-2, -1);
  if (/^unreleased$/i.test(folder)) return { kind: 'unreleased' };
  const meaning = readVersionHeading(folder, true);
  return meaning.kind === 'version' ? { kind: 'version', version: meaning.version } : { kind: 'unknown' };
}

/** A file for one change: its text is an entry, its name tells the number, and towncrier's also the section. */
export function readChangeFile({ name, text: raw }: GivenFile): ChangeFile {
  const { text, unread } = cleanText(raw, name);
  const [file = ''] = name.split('/').slice(-1);
  const fragment = fragmentName(file);
  const number = (fragment ?? perChangeName(file))?.number ?? null;
  if (fragment === null && number === null)
    return {
      notes: [],
      unread: [unreadLine(name, 1, text, 'its name is neither "123-name" nor "123.kind.rst"')],
    };
  if (text.trim() === '') return { notes: [], unread };
  const words = text.trim().replace(/^[-*]\s+/, '');
  return {
    notes: [{ section: fragment?.section ?? sectionOf(words), text: numbered(words, number) }],
    unread,
  };
}

function sectionOf(words: string): Section {
  return sectionOfBullet(`- ${words}`);
}

/** The number is known by the file's name alone: it goes behind the first paragraph's last word. */
function numbered(words: string, number: number | null): string {
  if (number === null || new RegExp(`#${number}\\b`).test(words)) return words;
  const [first = '', ...others] = words.split(/\n(?=[ \t]*\n)/);
  return [`${first.trimEnd()} (#${number})`, ...others].join('\n');
}
