import { reviewFacts } from '../history/review-facts.ts';
import type { PullRequestName } from '../markdown/change-body.ts';
import { spelledOut } from '../markdown/harmless.ts';
import type { Change } from '../records/change.ts';
import type { CommitFate, Disposition } from '../records/release.ts';
import { type AccountView, accountView, namesText, personView } from './account-view.ts';
import { AUDIT } from './audit-texts.ts';
import { PEOPLE, REVIEW } from './change-texts.ts';
import type { MarkView } from './mark-view.ts';
import { changePath } from './paths.ts';
import { checkMarks, knowledgeOf, type ReviewRow, reviewRow } from './review-row.ts';
import { momentOf, type TimeView } from './time-view.ts';

/** A row of the table of changes. */
export interface ChangeRow {
  id: string;
  /** The change's own page. */
  href: string;
  title: string;
  breaking: boolean;
  /** What told its number, and where a backport comes from. */
  told: string;
  author: AccountView;
  /** Who wrote it together with the author; null where nobody did. */
  coAuthors: string | null;
  firstContribution: boolean;
  review: ReviewRow;
  /** Checks by outcome; null where the platform told nothing of the change. */
  checks: MarkView[] | null;
  landedBy: AccountView;
  landedAt: TimeView;
  selfMerged: boolean;
  /** How it landed, and with how many commits. */
  way: string;
  /** What became of its commits, each once; none where the table of commits does not name it. */
  became: Disposition[];
}

/** A change as it is read, with its place. */
export interface ChangeSource {
  change: Change;
  /** The landing commit's message, as git has it. */
  message: string;
  /** Descriptions of its pull requests. */
  descriptions: ReadonlyMap<PullRequestName, string>;
  path: string;
}

/** Rows for a page of changes; `fates` are those of the whole release. */
export function changeRows(
  sources: readonly ChangeSource[],
  fates: readonly CommitFate[],
  timeZone: string,
): ChangeRow[] {
  const became = new Map<string, Set<Disposition>>();
  for (const { change, disposition } of fates) {
    if (change !== null) became.set(change, (became.get(change) ?? new Set()).add(disposition));
  }
  return sources.map(({ change }) => changeRow(change, [...(became.get(change.id) ?? [])], timeZone));
}

/** What is said of the review facts of a dossier's changes as a whole, a sentence for each part. */
export function knowledgeSentences(changes: readonly Change[]): string[] {
  const count = { known: 0, 'not asked': 0, 'no pull request': 0 };
  for (const change of changes) count[knowledgeOf(change)] += 1;
  const { facts } = REVIEW;
  if (count['not asked'] === changes.length) return [facts.none(changes.length)];
  const known =
    count.known === changes.length ? facts.all(count.known) : facts.some(count.known, changes.length);
  return [
    ...(count.known > 0 ? [known] : []),
    ...(count['not asked'] > 0 ? [facts.notAsked(count['not asked'], changes.length)] : []),
    ...(count['no pull request'] > 0 ? [facts.noPullRequest(count['no pull request'])] : []),
  ];
}

/** Who wrote a change: as the original's pull request says, else as git does. */
export function authorView({ pullRequests, author }: Change): AccountView {
  const original = pullRequests?.at(-1);
  return original === undefined ? personView(author) : accountView(original.author);
}

/** Where a backport comes from, and what told so where that is not what told its number. */
export function backportText({ identifiedBy, backport }: Change): string | undefined {
  if (backport === undefined) return undefined;
  const { pullRequest, commit, because } = backport;
  const what = [pullRequest === null ? null : `#${pullRequest}`, commit].filter((part) => part !== null);
  const source = what.join(', ');
  return because === identifiedBy ? source : `${source}: ${because}`;
}

function changeRow(change: Change, became: Disposition[], timeZone: string): ChangeRow {
  const [pull] = change.pullRequests ?? [];
  const coAuthors = (change.coAuthors ?? []).map(spelledOut);
  return {
    id: change.id,
    href: changePath(change.product, change.version, change.id),
    title: spelledOut(change.title),
    breaking: change.breaking === true,
    told: spelledOut(toldBy(change)),
    author: authorView(change),
    coAuthors: coAuthors.length === 0 ? null : PEOPLE.with(namesText(coAuthors)),
    firstContribution: change.firstContribution === true,
    review: reviewRow(change),
    checks: pull === undefined ? null : checkMarks(pull),
    landedBy: pull?.mergedAt ? accountView(pull.merger) : personView(change.landedBy),
    landedAt: momentOf(change.landedAt, timeZone),
    selfMerged: pull !== undefined && reviewFacts(pull).selfMerged,
    way: REVIEW.way(change.method, change.commits.length),
    became,
  };
}

function toldBy(change: Change): string {
  const source = backportText(change);
  return source === undefined
    ? change.identifiedBy
    : `${change.identifiedBy}; ${AUDIT.dossier.backportOf} ${source}`;
}
