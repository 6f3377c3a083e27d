import type { ImportFormat } from '../../../src/records/index.ts';
import { cleanText } from './clean-text.ts';
import { composeBody } from './compose-body.ts';
import { startOfDay } from './day-in-text.ts';
import { definitionsIn, definitionsUsed } from './definitions.ts';
import { withoutFrontMatter } from './front-matter.ts';
import { headingsIn, type Markup } from './headings.ts';
import {
  type GivenFile,
  type ImportedVersion,
  type ReadImport,
  type UnreadLine,
  unreadLine,
} from './imported-version.ts';
import { markdownStretches } from './markdown-stretches.ts';
import { isTooDeep, TOO_DEEP } from './nesting.ts';
import { withoutMarks } from './note-marks.ts';
import { rstStretches } from './rst-stretches.ts';
import { dayBelow, splitVersions, trimmedPiece, type VersionPiece } from './split-versions.ts';
import { readVersionHeading } from './version-heading.ts';

/** Characters of one version: more takes a markdown parser minutes, and no reader gets through it. */
const LONGEST = 200_000;

/**
 * Reads a changelog whose headings are versions: Keep a Changelog, conventional-changelog, release-please, git-cliff,
 * towncrier's rendered news, and anybody's own that names versions in headings.
 */
export function readChangelog(given: GivenFile, format: ImportFormat, markup: Markup): ReadImport {
  const { text, unread } = cleanText(given.text, given.name);
  const { lines, unread: front } = withoutFrontMatter(text.split('\n'), given.name);
  const split = splitVersions(lines, headingsIn(lines, markup), given.name);
  const definitions = markup === 'markdown' ? definitionsIn(lines) : new Map<string, string>();
  const versions: ImportedVersion[] = [];
  const rest: UnreadLine[] = [];
  for (const [index, piece] of split.pieces.entries()) {
    const read = readPiece(lines, piece, { file: given.name, markup, definitions });
    if ('why' in read) rest.push(read);
    else if (!isUmbrella(read, split.pieces[index + 1], piece)) versions.push(read);
  }
  return {
    format,
    versions: joined(versions),
    unread: [...unread, ...front, ...split.unread, ...rest].sort(byLine),
  };
}

/**
 * Reads a file that is one version's, as its name says. Headings of the same version are its title; what stands before
 * that says nothing to readers.
 */
export function readWholeFile(
  given: GivenFile,
  format: ImportFormat,
  markup: Markup,
  version: string,
): ReadImport {
  const { text, unread } = cleanText(given.text, given.name);
  const { lines, unread: front } = withoutFrontMatter(text.split('\n'), given.name);
  const titles = headingsIn(lines, markup).map((heading) => ({
    ...heading,
    means: readVersionHeading(heading.text, false),
  }));
  const title = titles.find(({ means }) => means.kind === 'version');
  const told = title?.means.kind === 'version' ? title.means : null;
  const heading = {
    ...(told ?? { kind: 'version', day: null, ambiguous: false, yanked: false, words: '' }),
    version,
  } as const;
  const piece = { heading, start: title?.start ?? 0, from: title?.end ?? 0, end: lines.length, depth: 0 };
  const definitions = markup === 'markdown' ? definitionsIn(lines) : new Map<string, string>();
  const read = readPiece(lines, piece, { file: given.name, markup, definitions });
  const rest = 'why' in read ? [read] : [];
  return { format, versions: 'why' in read ? [] : [read], unread: [...unread, ...front, ...rest] };
}

/** Parts of a product may each have a heading of the same version and day: together they are that version. */
function joined(versions: readonly ImportedVersion[]): ImportedVersion[] {
  const same = Map.groupBy(versions, ({ version, date }) => `${version} ${date?.at}`);
  return [...same.values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    const bodies = parts.map(({ body }) => body).filter((body) => body !== '');
    return [
      {
        ...first,
        yanked: parts.some(({ yanked }) => yanked),
        body: bodies.join('\n'),
        source: parts.map(({ source }) => source).join('\n'),
      },
    ];
  });
}

/** "1.2", with nothing but "1.2.1" and its like below it, is the name of a line. */
function isUmbrella(
  { body, date }: ImportedVersion,
  next: VersionPiece | undefined,
  own: VersionPiece,
): boolean {
  if (body !== '' || date !== null || next === undefined) return false;
  return next.depth > own.depth && next.heading.version.startsWith(own.heading.version);
}

interface PieceContext {
  file: string;
  markup: Markup;
  definitions: ReadonlyMap<string, string>;
}

function readPiece(
  lines: readonly string[],
  piece: VersionPiece,
  { file, markup, definitions }: PieceContext,
): ImportedVersion | UnreadLine {
  const { heading } = piece;
  const { from, end } = trimmedPiece(lines, piece);
  const below = heading.day === null ? dayBelow(lines[from] ?? '') : null;
  const text = lines.slice(below?.isHeading === true ? from + 1 : from, end).join('\n');
  const at = piece.start + 1;
  if (text.length > LONGEST)
    return unreadLine(
      file,
      at,
      lines[piece.start] ?? '',
      `one version of ${text.length} characters is no release note`,
    );
  const body = bodyOf(text, markup, heading.words);
  if (body === null) return unreadLine(file, at, lines[piece.start] ?? '', TOO_DEEP);
  const day = heading.day ?? below?.day ?? null;
  const used = definitionsUsed(body, definitions);
  return {
    version: heading.version,
    date: day === null ? null : { at: startOfDay(day), dated: 'text' },
    prerelease: null,
    yanked: heading.yanked,
    body: used.length === 0 ? body : `${body}\n${used.join('\n')}\n`,
    file,
    line: at,
    source: lines.slice(piece.start, piece.end).join('\n'),
  };
}

/** Null for text that no parser gets through. */
function bodyOf(text: string, markup: Markup, words: string): string | null {
  if (isTooDeep(text)) return null;
  try {
    const stretches = markup === 'rst' ? rstStretches(text) : markdownStretches(text);
    const body = withoutMarks(composeBody(stretches));
    return words === '' ? body : `${words}\n${body === '' ? '' : `\n${body}`}`;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function byLine(a: UnreadLine, b: UnreadLine): number {
  return a.line - b.line;
}
