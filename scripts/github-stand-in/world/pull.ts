import type { Check } from './check.ts';
import type { Commit } from './commit.ts';
import type { Review } from './review.ts';

/** A pull request. */
export interface Pull {
  number: number;
  /** Its title today. */
  title: string;
  createdAt: string;
  /** Default: OPEN, and MERGED where `mergedAt` is given. */
  state?: 'MERGED' | 'OPEN' | 'CLOSED';
  mergedAt?: string | null;
  /** When it was closed unmerged. Default: `updatedAt`, else `createdAt`, of a closed one. */
  closedAt?: string;
  /** Default: the time of the latest thing that is described here. */
  updatedAt?: string;
  /** A login; null for an account that is gone. Default: "author". */
  author?: string | null;
  /** Default: null. */
  mergedBy?: string | null;
  /** Default: "". */
  body?: string;
  /** When the body was changed last. Default: never. */
  bodyEditedAt?: string;
  /** Former titles, oldest first. Default: none. */
  renames?: Rename[];
  /** Default: the default branch. */
  baseBranch?: string;
  /** Default: zeros. */
  baseCommit?: string;
  /**
   * The repository that it asks to merge into, as "owner/name". Default: the one that lists it. One of another
   * repository is found through its commits only, as GitHub does with pull requests of forks.
   */
  baseRepository?: string;
  /** Default: "topic-" and the number. */
  headBranch?: string;
  /** Who owns the repository that the branch is in; null where that is gone. Default: the repository's owner. */
  headOwner?: string | null;
  /** Last commit of the branch. Default: the last of `commits`, else zeros. */
  headCommit?: string;
  /** Default: null. */
  mergeCommit?: string | null;
  /** Commits of the base branch that it brought beside `mergeCommit`: those of a rebase. Default: none. */
  landed?: string[];
  /** Other commits that its branch happens to contain, so that they name it as associated. Default: none. */
  alsoContains?: string[];
  /** Commits of the branch, oldest first. Default: none. */
  commits?: Commit[];
  /** Default: none. */
  reviews?: Review[];
  /** Default: computed from the reviews of those who may push. */
  reviewDecision?: 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null;
  /** Default: none. */
  forcePushes?: ForcePush[];
  /** Checks and statuses of the head. Default: none. */
  checks?: Check[];
  /** Default: none. */
  labels?: string[];
  /** A title. Default: none. */
  milestone?: string;
  /** Issues that it closes: numbers, or "owner/name#12" of another repository. Default: none. */
  closes?: (number | string)[];
  /** Files, or only how many. Default: none. */
  files?: ChangedFile[] | number;
  /** How its author stands to the repository. Default: CONTRIBUTOR. */
  authorAssociation?: 'COLLABORATOR' | 'CONTRIBUTOR' | 'FIRST_TIME_CONTRIBUTOR' | 'MEMBER' | 'NONE' | 'OWNER';
  /** Default: false. */
  draft?: boolean;
}

/** A title was changed. */
export interface Rename {
  at: string;
  /** A login; null for an account that is gone. */
  by: string | null;
  from: string;
  to: string;
}

/** The branch was moved to other commits. */
export interface ForcePush {
  at: string;
  /** A login; null for an account that is gone. */
  by: string | null;
  /** Null for a commit that GitHub does not know any more. */
  before: string | null;
  after: string | null;
}

/** A file that it changes. */
export interface ChangedFile {
  path: string;
  /** Default: 1. */
  additions?: number;
  /** Default: 0. */
  deletions?: number;
  /** Default: MODIFIED. */
  changeType?: 'ADDED' | 'CHANGED' | 'COPIED' | 'DELETED' | 'MODIFIED' | 'RENAMED';
}

/** Pull requests that are computed when they are asked for: a world of ten thousand need not be in memory. */
export interface PullSource {
  /** The highest number. */
  count: number;
  /** The pull request of a number from 1 to `count`; undefined where an issue or nothing has it. */
  at: (number: number) => Pull | undefined;
  /**
   * Numbers of those that contain a commit, by whatever way. Default: none, and then `associatedPullRequests`
   * is empty and commits of pull requests are unknown to `object(oid:)`.
   */
  withCommit?: (oid: string) => readonly number[];
  /**
   * All have this state, and each number has a pull request, so that lists need not look at each. Default: each
   * is looked at. Lists take the order of numbers for the order of creation and of updates alike.
   */
  state?: 'MERGED' | 'OPEN' | 'CLOSED';
}
