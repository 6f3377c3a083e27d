import type { Commit } from './commit.ts';
import type { Deployment } from './deployment.ts';
import type { Pull, PullSource } from './pull.ts';
import type { Release } from './release.ts';

/** What the stand-in knows: plain data, read anew at every request, so that a test may change it between two. */
export interface World {
  repositories: Repository[];
  /** What accounts are, by login. A login that is not here is a user, with a number made of its name. */
  accounts?: Record<string, Account>;
  /** Who the token belongs to. Default: "ledger-reader". */
  viewer?: string;
}

/** An account on the platform. */
export interface Account {
  /** Default: user. A mannequin stands for somebody who was imported without an account. */
  kind?: 'user' | 'bot' | 'organization' | 'mannequin' | 'enterprise';
  /** Its number (GraphQL `databaseId`). Default: made of the login. */
  id?: number;
  /** The name that it shows. Default: the login. */
  name?: string;
}

/** A repository. Names are compared without regard to case, as GitHub does. */
export interface Repository {
  owner: string;
  name: string;
  /** Where its pages are, in the place of "https://github.com". */
  pages?: string;
  /** Names that lead here since it was renamed or moved, as "owner/name". Default: none. */
  formerNames?: string[];
  /** Default: false. */
  isPrivate?: boolean;
  /** Default: "main". */
  defaultBranch?: string;
  /** Where branches and tags stand, by name. Default: nothing but the default branch and the tags of releases. */
  refs?: Record<string, string>;
  /** Default: none. */
  pulls?: Pull[] | PullSource;
  /** Default: none. */
  issues?: Issue[];
  /** Default: none. */
  releases?: Release[];
  /** Default: none. */
  deployments?: Deployment[];
  /** Commits that it knows beside those of its pull requests, releases and deployments. Default: none. */
  commits?: Commit[];
}

/** An issue, in the same row of numbers as the pull requests. */
export interface Issue {
  number: number;
  title: string;
  /** Default: CLOSED. */
  state?: 'OPEN' | 'CLOSED';
  /** Default: "". */
  body?: string;
  /** A login; null for an account that is gone. Default: "reporter". */
  author?: string | null;
  /** Default: the beginning of 2025. */
  createdAt?: string;
  /** Default: none. */
  labels?: string[];
}
