import path from 'node:path';
import { Fault, type ImportFormat } from '../../src/records/index.ts';
import { CHANGE_FILE_ORDER, readChangeFile, versionOfFolder } from '../parse/imports/change-files.ts';
import { readChangelog } from '../parse/imports/changelog.ts';
import { readGitHubReleases, requireReleases } from '../parse/imports/github-releases.ts';
import { type GivenFile, type ReadImport, unreadLine } from '../parse/imports/imported-version.ts';
import { joinNotes, type NotedFile } from '../parse/imports/noted-files.ts';
import { formatOfFile, formatOfFolder } from '../parse/imports/recognise.ts';
import { RENO_ORDER, readRenoFile } from '../parse/imports/reno.ts';
import { isInFolder, readVersionFile } from '../parse/imports/version-files.ts';
import type { GivenPath } from '../sources/files/given-files.ts';

/** What a reader has to know besides the files. */
export interface ReadingContext {
  product: string;
  /** Tag patterns of the product; empty where no policy says any. */
  patterns: readonly string[];
  /** The format that a person named. */
  format: ImportFormat | null;
  /** Which versions brought each of some files, by the tags of a clone; null where none was given. */
  bringing: ((files: readonly string[], root: string) => Promise<Map<string, string[]>>) | null;
}

/** What was read of one path. */
export interface ReadSource extends ReadImport {
  /** The name that notes remember. */
  from: string;
}

/** Reads a path in the format that is named, else in the one that it looks like. Throws a Fault where it is none. */
export async function readSource(given: GivenPath, context: ReadingContext): Promise<ReadSource> {
  const read = given.isFolder ? await readFolder(given, context) : await readFile(given, context);
  const broken = given.broken.map((file) => unreadLine(file, 1, '', 'it is no UTF-8 text'));
  return { ...read, unread: [...broken, ...read.unread], from: recordedName(given.name) };
}

/** Everybody may read it: a name that is unlike others says less. */
function recordedName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_ .+()-]/gu, '_').replace(/^[^\p{L}\p{N}_]+/u, '');
  return plain.slice(0, 100) || 'changelog';
}

async function readFile(given: GivenPath, context: ReadingContext): Promise<ReadImport> {
  const [file] = given.files;
  if (file === undefined)
    throw new Fault('it is no UTF-8 text', {
      place: { file: given.given },
      hint: 'Convert it first: iconv -f LATIN1 -t UTF-8 OLD > NEW',
    });
  const format = context.format ?? formatOfFile(file) ?? 'headings';
  if (format === 'reno' || format === 'changelogs-folder' || (format === 'towncrier' && isFragment(file)))
    return readNotedFiles(given, format, path.basename(path.dirname(path.resolve(given.given))), context);
  return readOne(file, format, context);
}

function isFragment({ name, text }: GivenFile): boolean {
  return (
    !/^[=~-]{3,}\s*$/m.test(text) && /\.[a-z]+(?:\.\d+)?(?:\.(?:rst|md))$/.test(name) && text.length < 10_000
  );
}

function readOne(file: GivenFile, format: ImportFormat, { patterns, product }: ReadingContext): ReadImport {
  if (format !== 'github-releases') return readChangelog(file, format, markupOf(file));
  const read = readGitHubReleases(file, patterns, product);
  requireReleases(read, file.name);
  return read;
}

function markupOf({ name, text }: GivenFile): 'markdown' | 'rst' {
  if (/\.(?:rst|rest)$/i.test(name)) return 'rst';
  return /^\.\. (?:_|towncrier|contents::)/m.test(text) && !/^#{1,4} /m.test(text) ? 'rst' : 'markdown';
}

async function readFolder(given: GivenPath, context: ReadingContext): Promise<ReadImport> {
  const format = context.format ?? formatOfFolder(given.files.map(({ name }) => name));
  if (format === 'reno' || format === 'changelogs-folder' || format === 'towncrier')
    return readNotedFiles(given, format, given.name, context);
  return readVersionFiles(given, format, context);
}

/** A folder of changelogs, or with a file for each version. */
function readVersionFiles(
  given: GivenPath,
  format: ImportFormat | null,
  context: ReadingContext,
): ReadImport {
  const read = given.files
    .filter(({ name }) => isInFolder(name))
    .map((file) =>
      readVersionFile(file, format ?? formatOfFile(file) ?? 'headings', markupOf(file), (other) =>
        readOne(other, format ?? formatOfFile(other) ?? 'headings', context),
      ),
    );
  if (read.length === 0)
    throw new Fault('it holds no file that notes are kept in', {
      place: { file: given.given },
      hint: 'Name a changelog, or a folder of notes such as releasenotes/notes, changelogs or newsfragments.',
    });
  const formats = read.filter(({ versions }) => versions.length > 0).map((one) => one.format);
  return {
    format: formats[0] ?? 'headings',
    versions: read.flatMap(({ versions }) => versions),
    unread: read.flatMap(({ unread }) => unread),
  };
}

/** Files that tell of one change each: their folder, or the tags of a clone, say of which version. */
async function readNotedFiles(
  given: GivenPath,
  format: 'reno' | 'changelogs-folder' | 'towncrier',
  root: string,
  context: ReadingContext,
): Promise<ReadImport> {
  const { bringing } = context;
  const changelogs = format === 'changelogs-folder' ? given.files.filter(isChangelog) : [];
  const files: NotedFile[] = given.files
    .filter((file) => !changelogs.includes(file) && (format !== 'reno' || /\.ya?ml$/.test(file.name)))
    .map((file) => ({
      ...file,
      folder: format === 'reno' ? { kind: 'unknown' } : versionOfFolder(file.name),
      read: format === 'reno' ? readRenoFile(file) : readChangeFile(file),
    }));
  const asked = files.filter(({ folder }) => folder.kind === 'unknown').map(({ name }) => name);
  const brought = asked.length > 0 && bringing !== null ? await bringing(asked, root) : null;
  const order = format === 'reno' ? RENO_ORDER : CHANGE_FILE_ORDER;
  const joined = joinNotes(files, { format, order, brought });
  const beside = changelogs.map((file) => readOne(file, formatOfFile(file) ?? 'headings', context));
  return {
    format,
    versions: [...beside.flatMap(({ versions }) => versions), ...joined.versions],
    unread: [...joined.unread, ...beside.flatMap(({ unread }) => unread)],
  };
}

/** A project may keep rendered changelogs beside the files that they were made of. */
function isChangelog({ name }: GivenFile): boolean {
  return /(?:^|\/)(?:change|history|news|release)[^/]*\.(?:md|rst|txt)$/i.test(name);
}
