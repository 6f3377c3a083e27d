import { approval, remark, type Told } from '../platform/told.ts';

/** What is unusual about pull requests of Litmus. */
export const LITMUS_TOLD: Readonly<Record<number, Told>> = {
  // An automation of the organization pushed the generated clients again.
  1408: (at) => ({
    forcePushes: [{ at: at.before(7), by: 'litmuschaos', before: at.lost(), after: at.head }],
    labels: ['skip-changelog'],
  }),
  // Approved by a robot alone.
  1443: (at) => ({
    reviews: [approval('approve-robot', at.before(2), { body: 'Patch or minor update: approved.' })],
  }),
  1438: (at) => ({
    reviews: [
      remark('lin', at.before(6), 'Does the second engine see the first one?'),
      { author: 'sana', state: 'PENDING', at: at.before(5) },
      approval('ayo', at.before(1)),
    ],
  }),
  // Plain titles: their labels decide where they stand in the note.
  1447: { labels: ['kind/feature', 'area/runner'] },
  1448: { labels: ['enhancement', 'area/operator'] },
  1449: { labels: ['kind/feature', 'area/portal'] },
  // In an emergency the author merged, and was reviewed afterwards.
  1466: (at) => ({
    closes: [1465],
    mergedBy: 'priya-s',
    labels: ['security', 'area/portal'],
    reviews: [
      approval('meera-k', at.after(2.5), { body: 'Reviewed after the emergency: right, and complete.' }),
    ],
  }),
  1473: { labels: ['skip-changelog', 'area/portal'] },
  // The platform thinks that it is still open: its commit was pushed by hand.
  1476: (at) => ({
    state: 'OPEN',
    mergedAt: null,
    mergedBy: null,
    mergeCommit: null,
    labels: ['bug', 'area/charts'],
    checks: [
      { name: 'build', at: at.before(9) },
      { name: 'unit-tests', conclusion: 'STARTUP_FAILURE', at: at.before(9) },
      { name: 'image-scan', conclusion: 'STALE', at: at.before(9) },
      { name: 'e2e', status: 'QUEUED' },
    ],
  }),
  1481: { labels: ['deprecation', 'area/portal'] },
  1491: (at) => ({
    reviews: [
      approval('meera-k', at.before(4), { body: 'Tried it with two providers.' }),
      approval('lin', at.before(1)),
    ],
  }),
  1495: { labels: ['breaking-change'] },
  // Closed: its commit was pushed by hand.
  1498: (at) => ({
    state: 'CLOSED',
    mergedAt: null,
    closedAt: at.after(0.2),
    mergedBy: null,
    mergeCommit: null,
    reviews: [],
    checks: [],
    labels: ['documentation'],
  }),
};
