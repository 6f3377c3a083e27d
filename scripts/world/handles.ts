import type { Moment } from './clock.ts';
import type { ObjectHandle } from './objects.ts';
import type { Person } from './people.ts';
import type { Tree } from './tree.ts';

/** A commit that the builder made: its real id, and what is needed to copy or revert it. */
export interface CommitHandle extends ObjectHandle {
  readonly type: 'commit';
  /** Counted in the order of making: parents have lower ones. */
  readonly sequence: number;
  readonly parents: readonly CommitHandle[];
  readonly files: Tree;
  readonly author: Person;
  readonly authorDate: Moment;
  /** The message as text; bytes that are not UTF-8 are lost here, not in the commit. */
  readonly message: string;
}

/** A tag object that the builder made. */
export interface TagHandle extends ObjectHandle {
  readonly name: string;
}

/** The first line of a commit's message. */
export function subjectOf(commit: CommitHandle): string {
  return commit.message.split(/\r?\n/, 1)[0] ?? '';
}

/** What stands below the first line. */
export function bodyOf(commit: CommitHandle): string {
  return commit.message.slice(subjectOf(commit).length).trim();
}
