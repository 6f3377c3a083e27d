import { type CommitHandle, subjectOf } from '../world/index.ts';

/** A title as people name branches, and files, after it. */
export function branchName(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/^\w+(\([^)]*\))?!?: /, '')
    .match(/[a-z0-9]+/g) ?? ['change'];
  return words.slice(0, 4).join('-');
}

/** A landing's title: a merge has its pull request's title in the body. */
export function titleOf(commit: CommitHandle): string {
  const subject = subjectOf(commit).replace(/ \(#\d+\)$/, '');
  return subject.startsWith('Merge pull request #') ? (commit.message.split('\n')[2] ?? subject) : subject;
}
