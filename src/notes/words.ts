import { toString as plainText } from 'mdast-util-to-string';
import { harmless } from '../markdown/harmless.ts';
import { parseCommon, plainLine } from '../markdown/parse.ts';
import type { DependencyMove } from './public-entry.ts';

/** A bullet's first line as plain text. */
export function titleOf(markdown: string): string {
  const text = harmless(markdown);
  const words = plainLine(text) ?? firstWords(text);
  return words.split('\n').join(' ').replace(/\s+/g, ' ').trim();
}

function firstWords(text: string): string {
  const [first] = parseCommon(text).children;
  return first === undefined ? '' : plainText(first);
}

const VULNERABILITY = /\bCVE-\d{4}-\d{4,}\b|\bGHSA(?:-[0-9a-z]{4}){3}\b/g;

/** Ids of vulnerabilities in a text, each once, in the order in which they stand. */
export function vulnerabilitiesIn(text: string): string[] {
  return [...new Set(text.match(VULNERABILITY) ?? [])];
}

const REMOVAL =
  /\b(?:removed|gone|dropped|ends?|stops?)\s+(?:in|with|from)\s+(?:version\s+|release\s+)?v?(\d+(?:\.\d+)*(?:-[0-9A-Za-z.]+)?)/i;

/** The version that will do without something, as "It will be removed with 1.14." says; null where none is named. */
export function removalVersionIn(text: string): string | null {
  return REMOVAL.exec(text)?.[1] ?? null;
}

const MOVES = /(?:^|\s)(\S+) from v?(\d\S*?) to v?(\d\S*?)(?=[\s,;)]|\.?$|\.\s)/gim;
const ARRIVAL =
  /\b(?:update|upgrade|bump)s?\s+(?:dependency |module |image |package |helm release )?(\S+) to v?(\d\S*?)(?=[\s,;)]|\.?$|\.\s)/i;

/** Moves of dependencies that an entry's words tell of: "Bump x from 1.0 to 1.2", "Update x to 1.2". */
export function dependencyMovesIn(text: string): DependencyMove[] {
  const moves = [...text.matchAll(MOVES)].map(([, name = '', from = '', to = '']) => ({
    name: bare(name),
    from,
    to,
  }));
  if (moves.length > 0) return moves;
  const [, name, to] = ARRIVAL.exec(text) ?? [];
  return name === undefined || to === undefined ? [] : [{ name: bare(name), from: null, to }];
}

function bare(name: string): string {
  return name.replace(/^[`'"(]+|[`'"):]+$/g, '');
}

/** A known issue's words: what is wrong, and what to do about it. */
export interface IssueWords {
  problem: string;
  /** Null where nothing helps. */
  workaround: string | null;
}

const WORKAROUND = /^\s*(?:[-*+]\s+)?(?:\*\*|__)?workaround(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*/i;

/** Takes the workaround off a known issue: a paragraph, an item or a sentence that begins with "Workaround:". */
export function issueWordsOf(markdown: string): IssueWords {
  const lines = markdown.split('\n');
  const at = lines.findIndex((line) => WORKAROUND.test(line));
  if (at === -1) return withinLine(markdown);
  const problem = lines.slice(0, at).join('\n').trim();
  const [first = '', ...more] = lines.slice(at);
  return { problem, workaround: [first.replace(WORKAROUND, ''), ...more].join('\n').trim() };
}

function withinLine(markdown: string): IssueWords {
  const match = /\s(?:\*\*|__)?workaround(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*/i.exec(markdown);
  if (match === null) return { problem: markdown, workaround: null };
  const workaround = markdown.slice(match.index + match[0].length).trim();
  return { problem: markdown.slice(0, match.index).trim(), workaround };
}
