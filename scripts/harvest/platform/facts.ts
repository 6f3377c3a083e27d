import type { ParsedPullRequest } from '../../parse/github/pull-request.ts';
import type { ParsedRelease } from '../../parse/github/release.ts';

/** A pull request that holds a commit, as far as choosing among several needs it. */
export interface CandidatePull {
  number: number;
  /** Merged, and into this repository: open ones and those of forks hold commits too. */
  mergedHere: boolean;
  mergeCommit: string | null;
}

/** What stands under a number. */
export type Numbered =
  | ({ kind: 'pull request' } & ParsedPullRequest)
  | { kind: 'issue'; title: string | null }
  | { kind: 'nothing' };

/** What the platform knows of one repository, as far as it was asked. */
export interface PlatformFacts {
  /** "owner/name". */
  repository: string;
  /** Null where the platform does not know the commit, undefined where it was not asked for it. */
  candidates(commit: string): CandidatePull[] | null | undefined;
  /** The reason that an earlier harvest wrote down for a landing, where only its record is known. */
  recordedReason?(commit: string): string | undefined;
  /** The branch of a promotion, of which nothing else is recorded. */
  recordedBranch?(number: number): string | null;
  /** Undefined where it was not asked for it. */
  numbered(number: number): Numbered | undefined;
  /** The platform's own release of a tag; undefined where there is none, or it was not asked. */
  release(tag: string, product: string, version: string): ParsedRelease | undefined;
}

/** The pull request under a number; null for an issue, and where nothing is known. */
export function pullRequestUnder(facts: PlatformFacts, number: number): ParsedPullRequest | null {
  const found = facts.numbered(number);
  return found?.kind === 'pull request' ? found : null;
}
