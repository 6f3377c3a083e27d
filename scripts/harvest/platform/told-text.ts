import type { Account, Change, PullRequest } from '../../../src/records/index.ts';
import type { ParsedPullRequest } from '../../parse/github/pull-request.ts';
import { type NoteWordsEntry, noteWords } from '../../parse/pull-request/note-words.ts';

/** What a pull request says for the note, and whose it is. */
export interface ToldText {
  /** The title that it was merged with. */
  title: string;
  from: NonNullable<Change['wordsFrom']>;
  /** The note's words, where its description has any; one bullet for each. */
  entries: NoteWordsEntry[];
  /** Why it wants no entry; null where it does not say so. */
  none: string | null;
  /** In lower case. */
  labels: readonly string[];
  /** Null where the account is gone. */
  author: Account | null;
  /** Logins of those who wrote it: a squash hides all but one. No bots. */
  people: readonly string[];
}

/** Reads a pull request's words in their order of precedence: override block, fence, section, title. */
export function toldText({ record, description }: ParsedPullRequest): ToldText {
  const words = noteWords(description);
  return {
    title: record.titleAtMerge ?? record.title,
    from: words?.from ?? 'title at the merge',
    entries: words !== null && 'entries' in words ? words.entries : [],
    none: words !== null && 'none' in words ? words.none.reason : null,
    labels: (record.labels ?? []).map((label) => label.toLowerCase()),
    author: record.author,
    people: peopleOf(record),
  };
}

function peopleOf({ author, commits }: PullRequest): string[] {
  const own = author?.kind === 'user' ? [author.login] : [];
  const written = commits.flatMap(({ authors }) => authors.filter((name) => name.startsWith('@')));
  return [...new Set([...own, ...written.map((name) => name.slice(1))])];
}
