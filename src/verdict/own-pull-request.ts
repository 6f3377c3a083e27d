import type { Change, PullRequest } from '../records/index.ts';

/**
 * The pull request that brought a change here; null for one that came without. For a copy that nobody opened a pull
 * request for, the platform's facts are of the original: that one was approved, the copy was not.
 */
export function ownPullRequest({ pullRequests, backport }: Change): PullRequest | null {
  const pull = pullRequests?.[0];
  if (pull === undefined) return null;
  return backport === undefined || backport.pullRequest === pull.number ? pull : null;
}
