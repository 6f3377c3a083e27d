import type { ForcePushFact, ReviewFact, ReviewFacts } from '../history/review-facts.ts';
import { spelledOut } from '../markdown/harmless.ts';
import type { PullRequest, Review } from '../records/pull-request.ts';
import { type AccountView, accountText, accountView, namesText, personView } from './account-view.ts';
import { CHANGE_PAGE } from './change-texts.ts';
import type { MarkView } from './mark-view.ts';
import { dismissalText, type ReviewedCommit, reviewedCommit, weaknesses, wordOf } from './review-view.ts';
import { momentOf, type TimeView } from './time-view.ts';

/** Something that happened to a pull request. */
export interface TimelineEvent {
  at: TimeView;
  who: AccountView;
  what: MarkView;
  /** What must not be overlooked: a branch that was moved after an approval. */
  loud: boolean;
  /** The commit that it is about; null where it is about none. */
  commit: ReviewedCommit | null;
  marks: MarkView[];
  /** More of it, in sentences. */
  notes: string[];
  /** What is folded below it, under a name. */
  more: { name: string; text: string } | null;
}

/** What happened to a pull request in order of time. */
export interface TimelineEvents {
  /** Events at the start for which there is no room, a line each. */
  earlier: string[];
  events: TimelineEvent[];
}

/** What happened to a pull request: opened, written, reviewed, forced, dismissed and merged, in order of time. */
export function timelineEvents(
  pull: PullRequest,
  facts: ReviewFacts,
  timeZone: string,
  room: number,
): TimelineEvents {
  const moments = [
    opened(pull),
    ...pull.commits.map((commit) => written(commit, pull)),
    ...facts.reviews.flatMap(reviewed),
    ...facts.forcePushes.map(forced),
    ...merged(pull, facts),
  ];
  const events = joined(inOrder(moments)).map(({ at, event }) => ({ ...event, at: momentOf(at, timeZone) }));
  const cut = Math.max(0, events.length - room);
  return { earlier: events.slice(0, cut).map(lineOf), events: events.slice(cut) };
}

type PullRequestCommit = PullRequest['commits'][number];

interface Moment {
  at: string;
  /** At the same second: opened first, merged last. */
  rank: number;
  event: Omit<TimelineEvent, 'at'>;
  /** Commits in a row become one event. */
  commits?: PullRequestCommit[];
}

const words = CHANGE_PAGE.events;
const PLAIN = { loud: false, commit: null, marks: [], notes: [], more: null };

function opened({ createdAt, author }: PullRequest): Moment {
  const what: MarkView = { kind: 'quiet', mark: '●', text: words.opened };
  return { at: createdAt, rank: 1, event: { ...PLAIN, who: accountView(author), what } };
}

function written(commit: PullRequestCommit, pull: PullRequest): Moment {
  return {
    at: commit.authoredAt,
    rank: 0,
    event: commitsEvent([commit], pull.headCommit),
    commits: [commit],
  };
}

function commitsEvent(commits: readonly PullRequestCommit[], head: string): Moment['event'] {
  const authors = [...new Set(commits.flatMap((commit) => commit.authors))];
  const last = commits.at(-1)?.commit ?? '';
  return {
    ...PLAIN,
    who: personView(namesText(authors)),
    what: { kind: 'quiet', mark: '·', text: words.commit(commits.length) },
    commit:
      last === head
        ? { id: last, which: CHANGE_PAGE.on['merged head'], behind: null }
        : { id: last, which: '', behind: null },
    more: commits.length < 2 ? null : { name: words.commits, text: commits.map(commitLine).join('\n') },
  };
}

function commitLine({ commit, authors, authoredAt }: PullRequestCommit): string {
  return `${commit}  ${authoredAt.slice(0, 16).replace('T', ' ')}  ${spelledOut(authors.join(', '))}`;
}

function reviewed(fact: ReviewFact): Moment[] {
  const { review } = fact;
  const event = {
    ...PLAIN,
    who: accountView(review.author),
    what: wordOf(fact),
    commit: reviewedCommit(fact),
    marks: weaknesses(fact),
    notes: review.editedAt === undefined ? [] : [`${CHANGE_PAGE.textEdited} ${review.editedAt.slice(0, 10)}`],
    more: review.text === undefined ? null : { name: CHANGE_PAGE.reviewText, text: spelledOut(review.text) },
  };
  return [{ at: review.at, rank: 3, event }, ...dismissal(review)];
}

function dismissal(review: Review): Moment[] {
  const { dismissed } = review;
  if (dismissed === undefined) return [];
  const text = `${words.dismissal[dismissed.was]} ${accountText(review.author)}`;
  const event = {
    ...PLAIN,
    who: accountView(dismissed.by),
    what: { kind: 'caution', mark: '⊘', text } as const,
    notes: [dismissalText(review) ?? ''],
  };
  return [{ at: dismissed.at, rank: 4, event }];
}

function forced({ push, afterApprovals }: ForcePushFact): Moment {
  const names = namesText([...new Set(afterApprovals.map(({ review }) => accountText(review.author)))]);
  const loud = afterApprovals.length > 0;
  const what: MarkView = loud
    ? { kind: 'danger', mark: '▲', text: words.forcedAfter }
    : { kind: 'quiet', mark: '↻', text: words.forced };
  const way = words.forcedFrom(short(push.before), short(push.after));
  const notes = loud ? [way, words.approvalsBefore(names)] : [way];
  return { at: push.at, rank: 2, event: { ...PLAIN, who: accountView(push.by), what, loud, notes } };
}

function merged({ mergedAt, merger, headCommit }: PullRequest, { selfMerged }: ReviewFacts): Moment[] {
  if (mergedAt === null) return [];
  const what: MarkView = selfMerged
    ? { kind: 'caution', mark: '◑', text: words.mergedSelf }
    : { kind: 'quiet', mark: '◆', text: words.merged };
  const commit = { id: headCommit, which: CHANGE_PAGE.on['merged head'], behind: null };
  return [{ at: mergedAt, rank: 5, event: { ...PLAIN, who: accountView(merger), what, commit } }];
}

function inOrder(moments: readonly Moment[]): Moment[] {
  return [...moments].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.rank - b.rank));
}

function joined(moments: readonly Moment[]): Moment[] {
  const result: Moment[] = [];
  for (const moment of moments) {
    const before = result.at(-1);
    if (before?.commits === undefined || moment.commits === undefined) result.push(moment);
    else {
      const commits = [...before.commits, ...moment.commits];
      const head = moment.event.commit?.which ? (moment.event.commit.id ?? '') : '';
      result[result.length - 1] = { ...moment, commits, event: commitsEvent(commits, head) };
    }
  }
  return result;
}

function lineOf({ at, who, what, commit }: TimelineEvent): string {
  const where = commit?.id == null ? '' : `  ${short(commit.id)} ${commit.which}`;
  return `${at.utc}  ${who.name}: ${what.text}${where}`;
}

function short(id: string | null): string | null {
  return id === null ? null : id.slice(0, 12);
}
