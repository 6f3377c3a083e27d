import type { ForcePush, LinkedIssue, PullRequest } from '../../../src/records/index.ts';
import type { CommitAnswer, EventAnswer, PullRequestAnswer } from '../../sources/github/answers.ts';
import { listed } from '../listed.ts';
import { titleAtMerge } from '../pull-request/title-at-merge.ts';
import { connectedIssues } from '../pull-request/zenhub.ts';
import { checksOf } from './checks.ts';
import { reviewsOf } from './reviews.ts';
import { accountOf, foreignLine, foreignText, platformInstant, present } from './values.ts';

/** A pull request as a record has it, and its description, which stands in the record's body. */
export interface ParsedPullRequest {
  record: PullRequest;
  description: string;
}

/** Turns GitHub's answer into a record. `repository` is "owner/name". */
export function parsePullRequest(answer: PullRequestAnswer, repository: string): ParsedPullRequest {
  const description = foreignText(answer.body);
  const title = foreignLine(answer.title);
  const merged = foreignLine(titleAtMerge(answer.title, renamesOf(answer), answer.mergedAt));
  const record: PullRequest = {
    repository,
    number: answer.number,
    url: answer.url,
    state: answer.state.toLowerCase() as PullRequest['state'],
    title,
    ...(merged !== title && { titleAtMerge: merged }),
    author: accountOf(answer.author),
    merger: accountOf(answer.mergedBy),
    createdAt: platformInstant(answer.createdAt),
    mergedAt: answer.mergedAt === null ? null : platformInstant(answer.mergedAt),
    ...(answer.lastEditedAt !== null && { editedAt: platformInstant(answer.lastEditedAt) }),
    base: branchName(answer.baseRefName),
    head: branchName(answer.headRefName),
    headOwner: answer.headRepositoryOwner?.login ?? null,
    headCommit: answer.headRefOid,
    mergeCommit: answer.mergeCommit?.oid ?? null,
    ...listed(
      'labels',
      present(answer.labels).map(({ name }) => foreignLine(name)),
    ),
    ...(answer.milestone !== null && { milestone: foreignLine(answer.milestone.title) }),
    ...listed('linkedIssues', linkedIssues(answer, repository)),
    commits: present(answer.commits).map(({ commit }) => commitOf(commit)),
    ...listed('reviews', reviewsOf(answer)),
    ...listed('forcePushes', forcePushes(present(answer.timelineItems))),
    ...listed('checks', checksOf(answer)),
    files: {
      count: answer.changedFiles,
      additions: answer.additions,
      deletions: answer.deletions,
      paths: present(answer.files).map(({ path }) => foreignText(path)),
    },
  };
  return { record, description };
}

/** Whoever opens a pull request names its branch. */
function branchName(name: string): string {
  return foreignLine(name) || 'unknown';
}

function renamesOf(answer: PullRequestAnswer): { at: string; from: string; to: string }[] {
  return present(answer.timelineItems).flatMap((event) =>
    event.__typename === 'RenamedTitleEvent'
      ? [{ at: event.createdAt, from: event.previousTitle, to: event.currentTitle }]
      : [],
  );
}

function forcePushes(events: readonly EventAnswer[]): ForcePush[] {
  return events.flatMap((event) =>
    event.__typename === 'HeadRefForcePushedEvent'
      ? [
          {
            at: platformInstant(event.createdAt),
            by: accountOf(event.actor),
            before: event.beforeCommit?.oid ?? null,
            after: event.afterCommit?.oid ?? null,
          },
        ]
      : [],
  );
}

/** What the platform closes, then what the description connects in ZenHub's manner; each once. */
function linkedIssues(answer: PullRequestAnswer, repository: string): LinkedIssue[] {
  const closed = present(answer.closingIssuesReferences).map(
    (issue): LinkedIssue => ({
      repository: issue.repository.nameWithOwner,
      number: issue.number,
      title: foreignLine(issue.title),
      how: 'closes',
    }),
  );
  const known = new Set(closed.map(keyOf));
  const connected = connectedIssues(answer.body, repository)
    .filter((issue) => !known.has(keyOf(issue)))
    .map((issue): LinkedIssue => ({ ...issue, title: null, how: 'zenhub' }));
  return [...closed, ...connected];
}

function keyOf(issue: { repository: string; number: number }): string {
  return `${issue.repository.toLowerCase()}#${issue.number}`;
}

function commitOf(commit: CommitAnswer): PullRequest['commits'][number] {
  const names = present(commit.authors).map(({ user, name }) =>
    user === null ? foreignLine(name ?? '').replace(/^@+/, '') || 'unknown' : `@${user.login}`,
  );
  return {
    commit: commit.oid,
    authors: [...new Set(names)],
    authoredAt: platformInstant(commit.authoredDate),
  };
}
