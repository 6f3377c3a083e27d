import type { PullRequest } from '../records/pull-request.ts';

/** How many rows of each kind a pull request may fill on its page. */
export interface PageRoom {
  events: number;
  reviewers: number;
  checks: number;
}

/** Rows of a change's page that fit below 2,500 DOM nodes, all of them filled. */
const ROWS: PageRoom = { events: 70, reviewers: 40, checks: 50 };

/** Shares a page among pull requests: each may have an equal part, and what the others leave. */
export function pageRooms(pulls: readonly PullRequest[]): PageRoom[] {
  const needs = pulls.map(needOf);
  const room = (need: PageRoom, kind: keyof PageRoom): number => {
    const others = needs.filter((other) => other !== need).reduce((sum, other) => sum + other[kind], 0);
    return Math.max(Math.floor(ROWS[kind] / needs.length), ROWS[kind] - others);
  };
  return needs.map((need) => ({
    events: room(need, 'events'),
    reviewers: room(need, 'reviewers'),
    checks: room(need, 'checks'),
  }));
}

/** At most what is needed: a review can be two events, given and dismissed. */
function needOf({ commits, reviews = [], forcePushes = [], checks = [] }: PullRequest): PageRoom {
  return {
    events: 2 + commits.length + 2 * reviews.length + forcePushes.length,
    reviewers: reviews.length,
    checks: checks.length,
  };
}
