import type { ChangedFile } from '../../github-stand-in/index.ts';
import type { CommitHandle } from '../../world/index.ts';
import type { SamplePull } from '../pull-request.ts';

/** A pull request that has landed in a repository: what it is described from. */
export interface LandedPull {
  pull: SamplePull;
  /** The branch that it came from, and the one that it went into. */
  from: string;
  into: string;
  /** Whose fork the branch was in. */
  headOwner: string;
  /** The commits of its branch, oldest first. */
  commits: readonly CommitHandle[];
  /** The commit that it landed with, and for a rebase those before it. */
  landed: CommitHandle;
  copies: readonly CommitHandle[];
  files: ChangedFile[];
  /** In seconds since 1970. */
  openedAt: number;
  mergedAt: number;
  mergedBy: string;
  milestone: string | null;
}
