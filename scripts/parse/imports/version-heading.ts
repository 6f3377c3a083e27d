import { parseVersion } from '../../../src/history/version-order.ts';
import { VersionSchema } from '../../../src/records/index.ts';
import { dayInText } from './day-in-text.ts';
import { headingWords } from './heading-words.ts';

/** A heading that begins a version. */
export interface VersionHeading {
  kind: 'version';
  version: string;
  /** As "2020-01-31"; null where the heading names none. */
  day: string | null;
  /** The heading names a day that can be read in two ways. */
  ambiguous: boolean;
  yanked: boolean;
  /** Words besides, as a code name. */
  words: string;
}

/** What a heading means for the versions of a text. */
export type HeadingMeaning = VersionHeading | { kind: 'unreleased' } | { kind: 'other' };

const OTHER: HeadingMeaning = { kind: 'other' };
const VERSION =
  /(?<![\w.])(?:[vV](?:er(?:sion)?)?[. ]?)?(\d+(?:\.\d+)+(?:[-._+]?[A-Za-z][0-9A-Za-z]*(?:[.+_-][0-9A-Za-z]+)*|[-+]\d[0-9A-Za-z]*(?:[.+_-][0-9A-Za-z]+)*)?|(?<=[vV])\d+(?:-[A-Za-z][\w.-]*)?)(?![\w])/;
const UNRELEASED =
  /^(?:unreleased|not (?:yet )?released|upcoming|head|next(?: (?:release|version))?|unknown|tbd|main|master|develop(?:ment)?|in progress|current(?: master)?)\b/i;
/** Words in front of a version that make it one of this text's own. */
const OWN_WORDS =
  /^(?:the )?(?:release|released|version|changes|changelog|change log|release notes?|notes|what(?:'|’)?s (?:new|changed))?(?: (?:of|for|in|from))?(?: (?:release|version|the))*$/i;
/** Words that make it another thing's, or this one's past. */
const FOREIGN_WORDS =
  /\b(?:upgrad|migrat|updat|support|requir|compatib|since|from|to|until|before|after|deprecat|drop|with|and|on|using|bump|minimum|python|node|kubernetes|go|java|php|ruby)/i;

/**
 * What a heading means. Below a version's own heading (`nested`) only one that is nothing but a version begins another
 * one: "Kubernetes 1.20" is a part of what it says.
 */
export function readVersionHeading(heading: string, nested: boolean): HeadingMeaning {
  const words = headingWords(heading);
  if (UNRELEASED.test(words)) return nested ? OTHER : { kind: 'unreleased' };
  const found = dayInText(words);
  const undated = found === null ? words : `${words.slice(0, found.start)}\n${words.slice(found.end)}`;
  const match = VERSION.exec(undated);
  const version = match?.[1] ?? '';
  if (match === null || !isVersion(version)) return OTHER;
  const before = bare(undated.slice(0, match.index));
  const behind = undated.slice(match.index + match[0].length);
  if (!begins(before, nested) || !ends(behind, nested)) return OTHER;
  if (/\b(?:unreleased|not (?:yet )?released|tbd|tba)\b/i.test(behind)) return { kind: 'unreleased' };
  return {
    kind: 'version',
    version,
    day: found?.day ?? null,
    ambiguous: found !== null && found.day === null,
    yanked: /\byanked\b|\bwithdrawn\b/i.test(behind),
    words: leftover(behind),
  };
}

function isVersion(version: string): boolean {
  if (/[._-]x$/i.test(version)) return false;
  return parseVersion(version) !== null && VersionSchema.safeParse(version).success;
}

/** Without what only joins. */
function bare(text: string): string {
  return text
    .replace(/[[\](){}:,/|–—-]+\s*$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}]+$/gu, '');
}

function begins(before: string, nested: boolean): boolean {
  if (OWN_WORDS.test(before)) return true;
  if (nested || FOREIGN_WORDS.test(before)) return false;
  return before.split(' ').length <= 4 && !/[.!?:]$/.test(before);
}

function ends(behind: string, nested: boolean): boolean {
  const words = leftover(behind);
  if (words === '' || /^\s*(?:[-–—/:,("“'[|]|\n)/.test(behind)) return !nested || words.length < 40;
  return !nested && words.split(' ').length <= 6;
}

/** What a heading says besides version, day and marks. */
function leftover(behind: string): string {
  return behind
    .replace(/\brelease notes?\b|\bchangelog\b/gi, ' ')
    .replace(/\b(?:yanked|released?(?: on)?|date|series|latest|final)\b/gi, ' ')
    .replace(/\[\s*\]|\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—/:,|.*_]+|[\s\-–—/:,|.*_]+$/g, '')
    .replace(/^[(["“'](.*)[)\]"”']$/, '$1')
    .replace(/^[^\p{L}\p{N}]+$/u, '');
}
