import { breakingFooter, parseConventional } from '../message/conventional.ts';
import { splitMessage } from '../message/text.ts';
import type { NoteWordsEntry } from './note-words.ts';

const BEGIN = /^\s*(?:<!--)?\s*BEGIN_COMMIT_OVERRIDE\s*(?:-->)?\s*$/;
const END = /^\s*(?:<!--)?\s*END_COMMIT_OVERRIDE\s*(?:-->)?\s*$/;
/** What starts a further message: the types that release-please splits at, and those that it releases. */
const HEADER =
  /^(?:feat|fix|docs|style|refactor|perf|test|build|ci|chore|revert|deps|security)(?:\([^()]*\))?!?: \S/;

/**
 * The messages between `BEGIN_COMMIT_OVERRIDE` and `END_COMMIT_OVERRIDE`, each on a line of its own, as
 * release-please reads them: the first block counts, also inside an HTML comment. Empty where there is none.
 */
export function overrideEntries(body: string): NoteWordsEntry[] {
  if (!body.includes('END_COMMIT_OVERRIDE')) return [];
  const lines = body.split(/\r\n?|\n/);
  const begin = lines.findIndex((line) => BEGIN.test(line));
  const length = lines.slice(begin + 1).findIndex((line) => END.test(line));
  if (begin < 0 || length < 0) return [];
  return messages(lines.slice(begin + 1, begin + 1 + length)).flatMap(entry);
}

/**
 * A conventional header starts a message, with or without an empty line before it, as release-please's
 * README has it.
 */
function messages(lines: readonly string[]): string[] {
  const found: string[][] = [[]];
  for (const line of lines) {
    if (/^\s*(?:<!--|-->)\s*$/.test(line)) continue;
    if (HEADER.test(line)) found.push([]);
    found.at(-1)?.push(line);
  }
  return found.map((message) => message.join('\n'));
}

function entry(message: string): NoteWordsEntry[] {
  const { subject, body } = splitMessage(headerApart(message));
  if (subject === '') return [];
  const conventional = parseConventional(subject);
  if (conventional === null) return [{ markdown: subject }];
  const { kind, scope, title } = conventional;
  const breakingNote = breakingFooter(body);
  if (title === '') return [];
  return [
    {
      markdown: title,
      kind,
      ...(scope === null ? {} : { scope }),
      ...(conventional.breaking || breakingNote !== null ? { breaking: true as const } : {}),
      ...(breakingNote === null ? {} : { breakingNote }),
    },
  ];
}

/** A footer right below the header belongs to no subject. */
function headerApart(message: string): string {
  return message.replace(/^(.*)\n(?=BREAKING[ -]CHANGE:|[A-Z][A-Za-z-]*: )/, '$1\n\n');
}
