import type { Change, PullRequest } from '../records/index.ts';

/** The pull requests of a change by what they did. */
export interface ChangePulls {
  /** The one that brought the change here; null where none did, or it is not known. */
  carrier: PullRequest | null;
  /** The one that a copy was made from; null for what is no copy. */
  original: PullRequest | null;
}

/** Tells apart what brought a change here and what it copies: a copy that was picked by hand has no carrier. */
export function changePulls({ backport, pullRequests = [], pullRequest }: Change): ChangePulls {
  if (backport === undefined) return { carrier: pullRequests[0] ?? null, original: null };
  const carrier = pullRequests.find(({ number }) => number === backport.pullRequest) ?? null;
  const original = pullRequests.find((pull) => pull !== carrier && pull.number === pullRequest) ?? null;
  return { carrier, original };
}
