import type { Candidate, UpdatedAnswer } from '../../sources/github/answers.ts';
import type { KeptAnswers } from '../../sources/github/kept-answers.ts';
import type { Commit, CommitGraph } from '../graph.ts';

/**
 * GitHub comes to know the pull request of a new commit a little later than the commit. Where its list shows a pull
 * request that the answer for its commit lacks, that answer came too early: it is forgotten, and so are those of
 * the commits before it that a rebase may have brought along.
 */
export function forgetEarlyAnswers(
  recent: readonly UpdatedAnswer[],
  graph: CommitGraph,
  kept: KeptAnswers,
): void {
  for (const pull of recent) {
    if (!isMissed(pull, kept)) continue;
    let commit: Commit | undefined = graph.find(pull.mergeCommit?.oid ?? '');
    for (let left = pull.commits.totalCount; commit !== undefined && left > 0; left -= 1) {
      if (isMissedAt(commit.id, pull, kept)) kept.forgetCandidates(commit.id);
      commit = commit.parents.length > 1 ? undefined : commit.parents[0];
    }
  }
}

/** Remembers which pull requests the answers for their commits still lack, for this harvest and the next ones. */
export function keepLatePulls(recent: readonly UpdatedAnswer[], kept: KeptAnswers): void {
  for (const pull of recent) kept.keepLate(pull, isMissed(pull, kept));
}

function isMissed(pull: UpdatedAnswer, kept: KeptAnswers): boolean {
  return pull.mergeCommit !== null && isMissedAt(pull.mergeCommit.oid, pull, kept);
}

/** A fork's pull request may have the same number, and one that was open when it was asked for is merged since. */
function isMissedAt(commit: string, { number }: UpdatedAnswer, kept: KeptAnswers): boolean {
  const here = kept.repository?.nameWithOwner;
  const known = kept.candidatesOf(commit);
  const isIt = (candidate: Candidate): boolean =>
    candidate.number === number && candidate.merged && candidate.baseRepository?.nameWithOwner === here;
  return known !== undefined && !known?.some(isIt);
}
