import type { Change } from '../records/index.ts';
import { identityOfAccount, identityOfAuthor, type Roster } from './roster.ts';

/**
 * Everybody who wrote something of a change: the author that git names, co-authors, whoever opened its pull request and
 * whoever wrote a commit of its branch, which a squash hides. As people of the roster, where it knows them.
 */
export function authorsOf(
  { author, coAuthors = [], pullRequests = [] }: Change,
  roster: Roster,
): Set<string> {
  const [pull] = pullRequests;
  const named = [author, ...coAuthors, ...(pull?.commits.flatMap(({ authors }) => authors) ?? [])];
  const opened = pull?.author ? [identityOfAccount(pull.author, roster)] : [];
  return new Set([...named.map((name) => identityOfAuthor(name, roster)), ...opened]);
}
