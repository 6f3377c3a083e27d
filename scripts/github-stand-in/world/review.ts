/** What a review says. */
export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';

/** A review of a pull request. */
export interface Review {
  /** A login; null for an account that is gone. */
  author: string | null;
  /** Default: APPROVED. Answered as DISMISSED where `dismissed` is given. */
  state?: ReviewState;
  /** When it was submitted. */
  at: string;
  /** The commit that it was given on; null for one that GitHub does not know any more. Default: the head. */
  commit?: string | null;
  /** Default: "". */
  body?: string;
  /** When its text was changed last. Default: never. */
  editedAt?: string;
  /** Whether its author may write to the repository. Default: true. */
  mayPush?: boolean;
  /** Somebody took it back. */
  dismissed?: {
    /** A login; null for an account that is gone. */
    by: string | null;
    at: string;
    /** What it said before. Default: `state`. */
    was?: ReviewState;
    /** Default: none. */
    message?: string;
  };
}
