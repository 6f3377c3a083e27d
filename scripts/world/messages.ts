import { bodyOf, type CommitHandle, subjectOf } from './handles.ts';
import { type PersonLike, signature } from './people.ts';

/** A pull request as its merge tells of it. */
export interface PullRequest {
  number: number;
  title: string;
  /** "owner/branch". */
  from: string;
}

const TRAILER = /^[A-Za-z][A-Za-z0-9-]*: \S|^\(cherry picked from commit /;

/** The platform's message of a merge commit. */
export function mergeMessage({ number, title, from }: PullRequest): string {
  return `Merge pull request #${number} from ${from}\n\n${title}`;
}

/** The platform's message of a squash of several commits: a bullet for each, then who else wrote it. */
export function squashMessage(
  title: string,
  number: number,
  commits: readonly CommitHandle[],
  coAuthors: readonly PersonLike[] = [],
): string {
  const bullets = commits.map((commit) =>
    [`* ${subjectOf(commit)}`, bodyOf(commit)].filter((part) => part !== '').join('\n\n'),
  );
  const trailers = coAuthors.map((author) => `Co-authored-by: ${signature(author)}`).join('\n');
  const body = commits.length > 1 ? bullets.join('\n\n') : commits.map(bodyOf).join('');
  const rule = commits.length > 1 && trailers !== '' ? '---------' : '';
  return [`${title} (#${number})`, body, rule, trailers].filter((part) => part !== '').join('\n\n');
}

/** bors' message: the numbers, and a line for each pull request with its reviewer and author. */
export function borsMessage(
  lines: readonly { number: number; title: string; author: string; reviewer: string }[],
): string {
  const list = lines.map(
    ({ number, title, author, reviewer }) => `${number}: ${title} r=${reviewer} a=${author}`,
  );
  return [`Merge ${lines.map(({ number }) => `#${number}`).join(' ')}`, ...list].join('\n\n');
}

/** git's message of a revert; of a merge, it names the parent that stays. */
export function revertMessage(commit: CommitHandle): string {
  return `Revert "${subjectOf(commit)}"\n\n${revertsLine(commit)}`;
}

/** What git from 2.43 on writes for the revert of a revert. */
export function reapplyMessage(commit: CommitHandle): string {
  const title = /^Revert "(.*)"$/.exec(subjectOf(commit))?.[1] ?? subjectOf(commit);
  return `Reapply "${title}"\n\n${revertsLine(commit)}`;
}

function revertsLine(commit: CommitHandle): string {
  const [kept] = commit.parents;
  const merge = commit.parents.length > 1 && kept !== undefined;
  return merge
    ? `This reverts commit ${commit.id}, reversing\nchanges made to ${kept.id}.`
    : `This reverts commit ${commit.id}.`;
}

/** Adds a line to the trailers at a message's end, or starts them. */
export function withTrailer(message: string, line: string): string {
  const text = message.trimEnd();
  const paragraphs = text.split(/\n[ \t\r]*\n/);
  const inTrailers =
    paragraphs.length > 1 && (paragraphs.at(-1) ?? '').split('\n').every((row) => TRAILER.test(row));
  return `${text}${inTrailers ? '\n' : '\n\n'}${line}`;
}

/** A message with what `git cherry-pick -x` adds. */
export function pickedMessage(commit: CommitHandle): string {
  return withTrailer(commit.message, `(cherry picked from commit ${commit.id})`);
}

/** A message with the sign-off of its author. */
export function signedOff(message: string, author: PersonLike): string {
  return withTrailer(message, `Signed-off-by: ${signature(author)}`);
}
