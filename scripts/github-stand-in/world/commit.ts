import type { Check } from './check.ts';

/** A login; or a name that git knows, with the login of the account that its address belongs to, if any. */
export type Person = string | { name: string; email: string; login?: string };

/** A commit. */
export interface Commit {
  /** 40 hexadecimal digits. */
  oid: string;
  /** Default: "Change the code". */
  message?: string;
  /** Default: the author of its pull request, else somebody without an account. */
  author?: Person;
  /** People of `Co-authored-by` trailers, which GitHub lists after the author. Default: none. */
  coAuthors?: Person[];
  /** Default: that of GitHub's web interface. */
  committer?: Person;
  /** Default: `committedAt`, else when its pull request was created. */
  authoredAt?: string;
  /** Default: `authoredAt`. */
  committedAt?: string;
  /** Checks and statuses. Default: those of the pull request that has it as its head, else none. */
  checks?: Check[];
}
