import { type ReviewFacts, reviewFacts } from '../history/review-facts.ts';
import { spelledOut } from '../markdown/harmless.ts';
import type { LinkedIssue, PullRequest } from '../records/pull-request.ts';
import { accountView } from './account-view.ts';
import { CHANGE_PAGE, REVIEW } from './change-texts.ts';
import { type CheckListView, checkListView } from './check-view.ts';
import {
  accountPart,
  codePart,
  type FactPart,
  type FactView,
  factsOf,
  linkPart,
  markPart,
  textPart,
  timePart,
} from './fact-view.ts';
import type { PageRoom } from './page-room.ts';
import { issueAddress } from './paths.ts';
import { type LastWordsView, lastWordsView } from './review-view.ts';
import { momentOf } from './time-view.ts';
import { type TimelineEvents, timelineEvents } from './timeline-events.ts';

/** A pull request on the page of the change that it brought. */
export interface PullRequestView {
  /** "owner/name#12". */
  name: string;
  id: string;
  url: string;
  /** What it is to the change, where several are told of. */
  role: string | null;
  facts: FactView[];
  reviewsName: string;
  reviews: LastWordsView;
  timeline: TimelineEvents;
  checks: CheckListView;
  /** Fewer paths may be listed than files were changed. */
  files: { summary: string; listed: number; paths: string };
  /** Null where none is recorded. */
  description: { text: string; summary: string } | null;
}

/** What a pull request's part of a page needs to know of the change around it. */
export interface PullRequestContext {
  timeZone: string;
  landing: string;
  description: string | null;
  role: 'carrier' | 'original' | null;
  room: PageRoom;
}

/** What the platform knows of a pull request. */
export function pullRequestView(pull: PullRequest, context: PullRequestContext): PullRequestView {
  const facts = reviewFacts(pull);
  const { timeZone, room, role } = context;
  return {
    name: `${pull.repository}#${pull.number}`,
    id: `${pull.repository.replace('/', '-')}-${pull.number}`,
    url: pull.url,
    role: role && CHANGE_PAGE.roles[role],
    facts: pullRequestFacts(pull, facts, context),
    reviewsName: CHANGE_PAGE.reviews[pull.state],
    reviews: lastWordsView(facts, timeZone, room.reviewers),
    timeline: timelineEvents(pull, facts, timeZone, room.events),
    checks: checkListView(pull, timeZone, room.checks),
    files: {
      summary: CHANGE_PAGE.files(pull.files.count, pull.files.additions, pull.files.deletions),
      listed: pull.files.paths.length,
      paths: pull.files.paths.map(spelledOut).join('\n'),
    },
    description: descriptionView(pull, context),
  };
}

function pullRequestFacts(
  pull: PullRequest,
  { selfMerged }: ReviewFacts,
  { timeZone, landing, role }: PullRequestContext,
): FactView[] {
  const words = CHANGE_PAGE.fields;
  const merged = pull.mergedAt === null ? undefined : timePart(momentOf(pull.mergedAt, timeZone));
  return factsOf(
    [words.title, titleParts(pull)],
    [
      words.titleAtMerge,
      pull.titleAtMerge === undefined ? undefined : textPart(spelledOut(pull.titleAtMerge)),
    ],
    [words.state, stateParts(pull)],
    [words.author, accountPart(accountView(pull.author))],
    [words.opened, timePart(momentOf(pull.createdAt, timeZone))],
    [words.merger, merged && mergerParts(pull, selfMerged)],
    [words.merged, merged],
    [words.branches, textPart(spelledOut(CHANGE_PAGE.branches(pull.head, pull.headOwner, pull.base)))],
    [words.head, codePart(pull.headCommit)],
    [words.mergeCommit, mergeCommitParts(pull, role === 'original' ? null : landing)],
    [words.labels, pull.labels && textPart(spelledOut(pull.labels.join(', ')))],
    [words.milestone, pull.milestone === undefined ? undefined : textPart(spelledOut(pull.milestone))],
    [words.issues, pull.linkedIssues?.flatMap((issue, index) => issueParts(issue, index, pull))],
  );
}

function titleParts({ title, titleAtMerge }: PullRequest): FactPart[] {
  const shown = textPart(spelledOut(title));
  return titleAtMerge === undefined || titleAtMerge === title
    ? [shown]
    : [shown, markPart('caution', '✎', CHANGE_PAGE.renamed)];
}

function stateParts({ state }: PullRequest): FactPart {
  const word = CHANGE_PAGE.states[state];
  return state === 'merged' ? textPart(word) : markPart('caution', '○', word);
}

function mergerParts({ merger }: PullRequest, selfMerged: boolean): FactPart[] {
  const shown = accountPart(accountView(merger));
  return selfMerged ? [shown, markPart('caution', '◑', REVIEW.selfMerged)] : [shown];
}

/** An original landed elsewhere: there is nothing to compare its merge with. */
function mergeCommitParts({ mergeCommit }: PullRequest, landing: string | null): FactPart[] {
  if (mergeCommit === null) return [textPart(CHANGE_PAGE.noMergeCommit)];
  if (landing === null) return [codePart(mergeCommit)];
  const isLanding = mergeCommit === landing;
  const mark = isLanding
    ? markPart('good', '✓', CHANGE_PAGE.isLanding)
    : markPart('caution', '≠', CHANGE_PAGE.isNotLanding);
  return [codePart(mergeCommit), mark];
}

function issueParts(
  { repository, number, title, how }: LinkedIssue,
  index: number,
  pull: PullRequest,
): FactPart[] {
  const name = repository === pull.repository ? `#${number}` : `${repository}#${number}`;
  const told = how === 'closes' ? CHANGE_PAGE.closes : CHANGE_PAGE.zenhub;
  return [
    textPart(index === 0 ? told : `· ${told}`),
    linkPart(name, issueAddress(pull.url, repository, number)),
    ...(title === null ? [] : [textPart(spelledOut(title))]),
  ];
}

function descriptionView(
  { editedAt }: PullRequest,
  { description, timeZone }: PullRequestContext,
): PullRequestView['description'] {
  if (description === null) return null;
  const edited =
    editedAt === undefined ? '' : `, ${CHANGE_PAGE.edited} ${momentOf(editedAt, timeZone).shown}`;
  const size = CHANGE_PAGE.size(description.length);
  return { text: spelledOut(description), summary: `${CHANGE_PAGE.description} (${size}${edited})` };
}
