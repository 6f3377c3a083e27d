import {
  type CommitHandle,
  GITHUB,
  mergePullRequest,
  type PullRequestMerge,
  type RepositoryBuilder,
  rebasePullRequest,
  squashPullRequest,
} from '../world/index.ts';
import type { SamplePull } from './pull-request.ts';

/** Puts a pull request on its branch in the given way. */
export function landBy(
  how: NonNullable<SamplePull['how']>,
  repo: RepositoryBuilder,
  place: PullRequestMerge,
  subject?: string,
): CommitHandle {
  if (how === 'merge') return mergePullRequest(repo, place);
  if (how === 'rebase') return rebasePullRequest(repo, place);
  return subject === undefined ? squashPullRequest(repo, place) : squashUnder(subject, repo, place);
}

/** "Squash and merge" by somebody who typed other words, so that the message names no pull request. */
function squashUnder(subject: string, repo: RepositoryBuilder, place: PullRequestMerge): CommitHandle {
  const { from, into } = place;
  const landed = repo.squash({
    from,
    message: subject,
    committer: GITHUB,
    ...(into !== undefined && { into }),
  });
  if (place.keepBranch !== true) repo.removeBranch(from);
  return landed;
}

/** The last `count` commits of a line, oldest first: what a rebase put there. */
export function lastOf(tip: CommitHandle, count: number): CommitHandle[] {
  const commits = [tip];
  for (let next = tip.parents[0]; next !== undefined && commits.length < count; next = next.parents[0])
    commits.unshift(next);
  return commits;
}
