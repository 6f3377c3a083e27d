import type { WORDS_FROM } from '../../../src/records/index.ts';
import { noteFences } from './note-fences.ts';
import { noteSection } from './note-section.ts';
import { overrideEntries } from './override-block.ts';
import { visibleLines } from './visible-lines.ts';
import { type WrittenWords, writtenWords } from './written-words.ts';

/** One bullet's worth of words. */
export interface NoteWordsEntry {
  /** As its author wrote it: untrusted markdown, of one or several paragraphs. */
  markdown: string;
  /** Conventional Commits type, where an override block names one. */
  kind?: string;
  scope?: string;
  breaking?: true;
  /** What a `BREAKING CHANGE` footer says. */
  breakingNote?: string;
  /** Users must do something before they upgrade. */
  actionRequired?: true;
}

/** The part of a description that gave the words. */
export type NoteWordsSource = Extract<
  (typeof WORDS_FROM)[number],
  `override ${string}` | `release-note ${string}`
>;

/** What a description says for the note: words, or that the change has none. */
export type NoteWords =
  | { from: NoteWordsSource; entries: NoteWordsEntry[] }
  | { from: NoteWordsSource; none: { reason: string } };

/**
 * The words for the note in a pull request's description. The first that is there wins: release-please's
 * override block, a `release-note` fence, a section called "Release note". Null where there is none, or
 * nobody filled it in.
 */
export function noteWords(body: string): NoteWords | null {
  const overrides = overrideEntries(body);
  if (overrides.length > 0) return { from: 'override block', entries: overrides };
  if (!/release|change/i.test(body)) return null;
  const lines = visibleLines(body);
  const fenced = together(noteFences(lines).map(writtenWords));
  if (fenced !== null) return { from: 'release-note fence', ...fenced };
  const section = noteSection(lines);
  return section === null ? null : { from: 'release-note section', ...section };
}

/** Several fences: words win over NONE, and NONE over nothing. */
function together(fences: readonly (WrittenWords | null)[]): WrittenWords | null {
  const entries = fences.flatMap((words) => (words !== null && 'entries' in words ? words.entries : []));
  if (entries.length > 0) return { entries };
  return fences.find((words) => words !== null) ?? null;
}
