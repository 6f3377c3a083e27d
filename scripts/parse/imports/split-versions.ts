import { dayInText } from './day-in-text.ts';
import { headingWords } from './heading-words.ts';
import type { Heading } from './headings.ts';
import { NOT_RELEASED, type UnreadLine, unreadLine } from './imported-version.ts';
import { sectionOfWords } from './section-words.ts';
import { readVersionHeading, type VersionHeading } from './version-heading.ts';

/** One version's stretch of a text. Lines are counted from 0. */
export interface VersionPiece {
  heading: VersionHeading;
  /** The line of its heading. */
  start: number;
  /** Its text, from behind the heading up to the line before `end`. */
  from: number;
  end: number;
  depth: number;
}

/** A text cut where versions begin, and what is in none of them. */
export interface SplitText {
  pieces: VersionPiece[];
  unread: UnreadLine[];
}

interface Cut {
  start: number;
  from: number;
  depth: number;
  what: VersionHeading | 'unreleased' | 'outside';
}

/** Cuts a text at the headings that begin a version. What stands before, between and behind versions is told. */
export function splitVersions(
  lines: readonly string[],
  headings: readonly Heading[],
  file: string,
): SplitText {
  const cuts: Cut[] = [{ start: 0, from: 0, depth: 0, what: 'outside' }];
  for (const heading of headings) {
    const cut = cutAt(heading, cuts.at(-1));
    if (cut !== null) cuts.push(cut);
  }
  const ends = cuts.map((_, index) => cuts[index + 1]?.start ?? lines.length);
  const pieces = cuts.flatMap(({ what, ...cut }, index) =>
    typeof what === 'string' ? [] : [{ ...cut, heading: what, end: ends[index] ?? lines.length }],
  );
  const unread = cuts.flatMap((cut, index) => left(lines, cut, ends[index] ?? lines.length, file, pieces));
  return { pieces, unread };
}

/** Where a heading begins something else than what is open; null where it belongs to that. */
function cutAt({ start, end, depth, text }: Heading, open: Cut | undefined): Cut | null {
  const inVersion = open !== undefined && typeof open.what !== 'string';
  const meaning = readVersionHeading(text, inVersion && depth > open.depth);
  const cut = { start, from: end, depth };
  if (meaning.kind === 'version') return { ...cut, what: meaning };
  if (meaning.kind === 'unreleased')
    return open?.what === 'unreleased' ? null : { ...cut, what: 'unreleased' };
  return belongsTo(open, depth, text) ? null : { ...cut, from: start, what: 'outside' };
}

/**
 * A section may be on the level of its version, as standard-version has it; an unreleased part or an unread one ends
 * with the next heading of its level, so that nothing is left out unseen.
 */
function belongsTo(open: Cut | undefined, depth: number, text: string): boolean {
  if (open === undefined || depth > open.depth) return true;
  if (open.what === 'outside') return open.depth === 0;
  if (sectionOfWords(headingWords(text)) !== null) return true;
  return depth === open.depth && open.what !== 'unreleased';
}

/** What a person may miss: text under no version, with the first line of it. */
function left(
  lines: readonly string[],
  { start, from, what }: Cut,
  end: number,
  file: string,
  pieces: readonly VersionPiece[],
): UnreadLine[] {
  if (typeof what !== 'string') return [];
  if (what === 'unreleased') return [unreadLine(file, start + 1, lines[start] ?? '', NOT_RELEASED)];
  const at = lines.slice(from, end).findIndex((line) => !isNothing(line));
  if (at < 0) return [];
  const isBefore = pieces.every((piece) => piece.start >= end);
  const why = isBefore ? 'it stands before the first version' : 'it stands under no version';
  return [unreadLine(file, from + at + 1, lines[from + at] ?? '', why)];
}

const DEFINITION = /^ {0,3}\[[^\]]+\]:\s/;
const ANCHOR_OR_RULE =
  /^\s*(?:<a\s[^>]*>\s*(?:<\/a>)?|<\/a>|[-*_=~^]{3,}|<!--.*-->|\.\. _[^:]+:|\.\. towncrier.*)?\s*$/;

/** Blank lines, anchors, rules, comments of one line, and definitions, which are taken along where they are used. */
export function isNothing(line: string): boolean {
  return ANCHOR_OR_RULE.test(line) || DEFINITION.test(line);
}

/** The lines of a piece without anchors and rules at its edges, which belong to its neighbours. */
export function trimmedPiece(
  lines: readonly string[],
  { from, end }: VersionPiece,
): { from: number; end: number } {
  let [first, last] = [from, end];
  while (first < last && ANCHOR_OR_RULE.test(lines[first] ?? '')) first += 1;
  while (last > first && ANCHOR_OR_RULE.test(lines[last - 1] ?? '')) last -= 1;
  return { from: first, end: last };
}

/** A day that stands alone on the first line below a heading, as "### 2020-01-31" or "Released on 31 January 2020". */
export function dayBelow(line: string): { day: string | null; isHeading: boolean } | null {
  const isHeading = /^#{1,6}\s/.test(line);
  const words = headingWords(line.replace(/^#{1,6}\s+/, '')).replace(/(?<!\w)_+|_+(?!\w)/g, '');
  const found = dayInText(words);
  if (found === null) return null;
  const rest = `${words.slice(0, found.start)} ${words.slice(found.end)}`;
  const alone = /^(?:[\s:()*_.,-]|\b(?:releas\w*|date|on|at|published|day|the)\b)*$/i.test(rest);
  return alone ? { day: found.day, isHeading } : null;
}
