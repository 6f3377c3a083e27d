import { type PullRequestName, writeChangeBody } from '../../src/markdown/change-body.ts';
import { type ChangeInput, SCHEMA_VERSION } from '../../src/records/index.ts';
import type { ParsedPullRequest } from '../parse/github/pull-request.ts';
import { instantOf } from '../parse/instant.ts';
import { listed } from '../parse/listed.ts';
import { splitMessage, withoutAddresses, withoutControls } from '../parse/message/text.ts';
import { coAuthors, issueNumbers } from '../parse/message/trailers.ts';
import { markdownFile } from '../store/yaml-lines.ts';
import type { ReleasedChange } from './account.ts';
import type { LandedChange } from './landed-changes.ts';
import type { ModuleHistory } from './module-history.ts';

/**
 * Makes the record of a change: facts in the front matter, below it the landing commit's message and what its pull
 * requests say of themselves. `isFirst` where its author has no earlier change.
 */
export function changeRecord(
  change: ReleasedChange,
  product: string,
  version: string,
  history: ModuleHistory,
  isFirst: boolean,
): string {
  const landed = change.landed.at(-1) as LandedChange;
  const pulls = pullRequestsOf(landed, change.number, history);
  const text = history.text(landed);
  const wasAsked = history.wasAsked(landed);
  const author = change.text.told?.author?.login ?? authorOf(landed.original).handle;
  const message = splitMessage(landed.landing.message);
  const bodies = change.commits
    .map((commit) => (commit === landed.landing ? message : splitMessage(commit.message)).body)
    .join('\n');
  const fields: ChangeInput = {
    schema: SCHEMA_VERSION,
    id: change.id,
    product,
    module: change.module,
    version,
    pullRequest: change.number,
    identifiedBy: landed.because,
    title: withoutAddresses(text.title),
    kind: text.kind,
    ...(text.scope !== null && { scope: text.scope }),
    ...(text.breaking && { breaking: true }),
    ...(text.breakingNote !== null && { breakingNote: withoutAddresses(text.breakingNote) }),
    method: methodOf(landed, pulls),
    author,
    authoredAt: instantOf(landed.original.landing.authoredAt),
    landedBy: change.landing.committer.handle,
    landedAt: instantOf(change.landing.committedAt),
    ...listed('coAuthors', coAuthors(bodies)),
    landing: change.landing.id,
    commits: (change.commits.length > 0 ? change.commits : [change.landing]).map((commit) => commit.id),
    ...(isCopy(landed) && { backport: backportOf(landed) }),
    ...listed(
      'carries',
      landed.carried.map(({ number }) => number),
    ),
    ...(text.dependency != null && { dependency: text.dependency }),
    ...listed('reverts', history.revertedIds(landed)),
    ...listed('issues', issuesOf(landed, `${text.title}\n${bodies}`)),
    ...(wasAsked && { wordsFrom: text.told?.from ?? 'squash subject' }),
    ...(isFirst && { firstContribution: true }),
    ...(wasAsked && { platformAsked: true }),
    ...listed(
      'pullRequests',
      pulls.map(({ record }) => record),
    ),
  };
  return markdownFile(fields, writeChangeBody(messageOf(message), descriptionsOf(pulls)));
}

/** The pull request that brought the change here, then its original, as far as the platform knows them. */
function pullRequestsOf(
  landed: LandedChange,
  number: number | null,
  history: ModuleHistory,
): ParsedPullRequest[] {
  const own = landed.named?.numbers.at(-1) ?? null;
  const numbers = landed.named?.together === true ? [number] : [landed.carriedBy, own, number];
  return [...new Set(numbers)].flatMap((each) => history.pullRequest(each ?? null) ?? []);
}

function descriptionsOf(pulls: readonly ParsedPullRequest[]): Map<PullRequestName, string> {
  return new Map(
    pulls
      .filter(({ description }) => description !== '')
      .map(({ record, description }) => [record.number, description]),
  );
}

/** A number that the platform knows as an issue is one, whatever stands before it. */
function issuesOf({ landing }: LandedChange, text: string): number[] {
  const dropped = landing.clues?.dropped;
  const numbers = [...issueNumbers(text), ...(dropped === undefined ? [] : [dropped])];
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The author of a merged pull request wrote its first commit; whoever merged it landed it. */
function authorOf(landed: LandedChange): LandedChange['landing']['author'] {
  const written = landed.commits.find((commit) => commit.parents.length < 2) ?? landed.landing;
  return written.author;
}

function methodOf(landed: LandedChange, pulls: readonly ParsedPullRequest[]): ChangeInput['method'] {
  if (isCopy(landed)) return 'backport';
  if (landed.landing.parents.length > 1 || landed.named?.how === 'merge') return 'merge';
  if (landed.named === null) return 'direct';
  if (landed.named.how === 'squash') return 'squash';
  return landed.named.how === 'platform' && !isRebased(landed, pulls) ? 'squash' : 'rebase';
}

/** A rebase keeps its commits and the times at which they were written; a squash is written when it is merged. */
function isRebased({ commits, landing }: LandedChange, pulls: readonly ParsedPullRequest[]): boolean {
  const [only, ...others] = pulls[0]?.record.commits ?? [];
  return commits.length > 1 || (others.length === 0 && only?.authoredAt === instantOf(landing.authoredAt));
}

/** The original itself may be unknown: only its number is named then. */
function isCopy(landed: LandedChange): boolean {
  const own = landed.named?.numbers ?? [];
  return landed.original !== landed || (landed.number !== null && !own.includes(landed.number));
}

function backportOf(landed: LandedChange): ChangeInput['backport'] {
  const own = landed.named?.numbers.at(-1) ?? null;
  return {
    pullRequest: own === null || own === landed.number ? landed.carriedBy : own,
    commit: landed.original === landed ? null : landed.original.landing.id,
    because: landed.because,
  };
}

/** The landing commit's message, without addresses. */
function messageOf({ subject, body }: ReturnType<typeof splitMessage>): string {
  return withoutControls(withoutAddresses(body === '' ? subject : `${subject}\n\n${body}`));
}
