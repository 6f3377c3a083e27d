import type { Clock, When } from './clock.ts';
import type { Message } from './encode.ts';
import type { CommitHandle } from './handles.ts';
import type { PersonLike } from './people.ts';

/** A file's new content; null takes the file out. */
export type FileContent =
  | string
  | Uint8Array
  | null
  | { content: string | Uint8Array; mode: '100644' | '100755' | '120000' };

/** Content by path. */
export type Files = Readonly<Record<string, FileContent>>;

/** A branch by name, or a commit. */
export type Source = string | CommitHandle;

export interface BuilderOptions {
  /** The first branch, which HEAD names; "main" where it is not said. */
  branch?: string;
  /** Time of the first commit; each further one comes a step later. */
  start?: When;
  /** Seconds from one commit to the next. */
  step?: number;
  /** A clock that several repositories share, in the place of `start` and `step`. */
  clock?: Clock;
  /** Who writes commits that name nobody. */
  author?: PersonLike;
}

/** Who made a commit and when. Where nothing is said: the builder's author, at the clock's time. */
export interface Origin {
  author?: PersonLike;
  /** When it was written; where it is not said, when it was committed. */
  authorDate?: When;
  /** The author where it is not said. */
  committer?: PersonLike;
  /** When it was committed. A date that is given leaves the clock as it is. */
  date?: When;
  /** Encoding header, as "ISO-8859-1"; the message is then given in bytes. */
  encoding?: string;
}

export interface CommitOptions extends Origin {
  /** The branch; the first one where it is not said. */
  on?: string;
  message: Message;
  /** What changes. Where it is not said, one new file; `{}` changes nothing. */
  files?: Files;
  /** Folder of that new file: the module that the commit belongs to. */
  folder?: string;
  /** Parents in the place of the branch's tip; the tree is the first one's, plus `files`. */
  parents?: readonly CommitHandle[];
}

export interface MergeOptions extends Origin {
  into?: string;
  /** One, or several for an octopus merge. */
  from: Source | readonly Source[];
  message: Message;
  /** Content of files that both sides changed. */
  files?: Files;
}

export interface SquashOptions extends Origin {
  into?: string;
  from: Source;
  message: Message;
  files?: Files;
}

export interface RebaseOptions {
  into?: string;
  from: Source;
  /** Who put the commits there; their authors and the times of writing stay. */
  committer?: PersonLike;
}

export interface CherryPickOptions extends Origin {
  on: string;
  /** Adds "(cherry picked from commit …)", as `git cherry-pick -x`. */
  withTrailer?: boolean;
  /** In the place of the original's message. */
  message?: Message;
  /** False gives the copy a time of writing of its own, as a patch that was applied by hand. */
  keepDates?: boolean;
  files?: Files;
}

export interface RevertOptions extends Origin {
  on?: string;
  /** In the place of git's own message. */
  message?: Message;
  files?: Files;
}

export interface TagOptions {
  /** A tag object; else the tag is lightweight. Implied by the other options. */
  annotated?: boolean;
  message?: Message;
  tagger?: PersonLike;
  date?: When;
  /** Ends the message in a signature block. It verifies with no key. */
  signed?: boolean;
}
