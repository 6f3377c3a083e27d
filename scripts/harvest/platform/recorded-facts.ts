import { descriptionOf, type PullRequestName } from '../../../src/markdown/change-body.ts';
import type { Change, CommitFate, PullRequest } from '../../../src/records/index.ts';
import type { ParsedRelease } from '../../parse/github/release.ts';
import { PROMOTES } from '../account.ts';
import type { CandidatePull, Numbered, PlatformFacts } from './facts.ts';

/** A change record and the descriptions of its pull requests. */
export interface RecordedChange {
  change: Change;
  descriptions: ReadonlyMap<PullRequestName, string>;
}

/** What the ledger holds of one repository. */
export interface Recorded {
  /** "owner/name". */
  repository: string;
  changes: readonly RecordedChange[];
  fates: readonly CommitFate[];
  /** Pull requests that promoted a release. */
  promotedBy: readonly PullRequest[];
  /** The branch whose merges are promotions; null where there is none. */
  staging: string | null;
  release(version: string): ParsedRelease | undefined;
}

/**
 * What earlier harvests wrote down of one repository: without the network, nothing that is known is lost.
 */
export function recordedFacts(recorded: Recorded): PlatformFacts {
  const { repository, changes, fates, promotedBy, staging, release } = recorded;
  const candidates = new Map<string, CandidatePull[]>();
  const numbered = new Map<number, Numbered>();
  const reasons = new Map<string, string>();
  const promotions = new Set<number>();
  // A merge that only brings other changes has no record: its number stands in the release's account.
  for (const { commit, change, pullRequest, reason } of fates) {
    if (change !== null || pullRequest === null) continue;
    candidates.set(commit, [{ number: pullRequest, mergedHere: true, mergeCommit: commit }]);
    if (reason === PROMOTES) promotions.add(pullRequest);
  }
  for (const record of promotedBy)
    if (record.repository === repository)
      numbered.set(record.number, { kind: 'pull request', record, description: '' });
  for (const each of changes) {
    if (each.change.platformAsked !== true) continue;
    noteNumbers(each, repository, numbered);
    noteCommits(each.change, repository, candidates);
    reasons.set(each.change.landing, each.change.identifiedBy);
  }
  return {
    repository,
    candidates: (commit) => candidates.get(commit),
    recordedReason: (commit) => reasons.get(commit),
    recordedBranch: (number) => (promotions.has(number) ? staging : null),
    numbered: (number) => numbered.get(number),
    release: (_tag, _product, version) => release(version),
  };
}

function noteNumbers(
  { change, descriptions }: RecordedChange,
  repository: string,
  numbered: Map<number, Numbered>,
): void {
  for (const record of change.pullRequests ?? [])
    if (record.repository === repository)
      numbered.set(record.number, {
        kind: 'pull request',
        record,
        description: descriptionOf(descriptions, record) ?? '',
      });
  // The message names it, and the platform said that it is none.
  for (const number of change.pullRequest === null ? (change.issues ?? []) : [])
    if (!numbered.has(number)) numbered.set(number, { kind: 'issue', title: null });
}

/** Which of its pull requests put a commit there is chosen anew, as it was when the platform told them. */
function noteCommits(change: Change, repository: string, candidates: Map<string, CandidatePull[]>): void {
  const known = (change.pullRequests ?? [])
    .filter((pull) => pull.repository === repository && pull.mergeCommit !== null)
    .map(({ number, state, mergeCommit }) => ({ number, mergedHere: state === 'merged', mergeCommit }));
  for (const commit of [change.landing, ...change.commits]) candidates.set(commit, known);
}
