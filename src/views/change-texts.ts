import type { CheckOutcome } from '../history/check-facts.ts';
import type { ReviewVerdict } from '../history/review-facts.ts';
import type { CHECK_CONCLUSIONS } from '../records/pull-request.ts';
import type { MarkView } from './mark-view.ts';
import { counted } from './texts.ts';

/** The reviews of a change in a word or two. */
export const VERDICT_MARKS: Record<ReviewVerdict, MarkView> = {
  'changes requested': { kind: 'danger', mark: '✗', text: 'changes requested' },
  'forced after approval': { kind: 'danger', mark: '▲', text: 'forced after approval' },
  'approved older head': { kind: 'caution', mark: '◐', text: 'approved an older head' },
  'approved unknown commit': { kind: 'caution', mark: '?', text: 'approved an unknown commit' },
  'approved without right': { kind: 'caution', mark: '○', text: 'approved without push right' },
  'approved by bot': { kind: 'caution', mark: '○', text: 'approved by a bot only' },
  'approved after merge': { kind: 'danger', mark: '▲', text: 'approved after the merge' },
  'not approved': { kind: 'caution', mark: '○', text: 'not approved' },
  'approved merged head': { kind: 'good', mark: '✓', text: 'approved the merged head' },
};

/** What became of the checks of the merged head. */
export const CHECK_WORDS: Record<CheckOutcome, { kind: MarkView['kind']; mark: string; word: string }> = {
  failed: { kind: 'danger', mark: '✗', word: 'failed' },
  open: { kind: 'caution', mark: '◐', word: 'open' },
  'not run': { kind: 'quiet', mark: '–', word: 'not run' },
  passed: { kind: 'good', mark: '✓', word: 'passed' },
};

/** How a check ended. */
export const CONCLUSION_WORDS: Record<(typeof CHECK_CONCLUSIONS)[number], string> = {
  success: 'success',
  failure: 'failure',
  neutral: 'neutral',
  cancelled: 'cancelled',
  skipped: 'skipped',
  'timed-out': 'timed out',
  'action-required': 'action required',
  stale: 'stale',
  'startup-failure': 'could not start',
  error: 'error',
  pending: 'pending',
};

/** Words about people and their accounts. */
export const PEOPLE = {
  gone: 'account is gone',
  kinds: { user: null, bot: 'bot', organization: 'organisation', placeholder: 'placeholder account' },
  first: 'first contribution',
  with: (names: string) => `with ${names}`,
  more: (count: number) => `and ${count} more`,
  bots: 'Bots',
  wrote: (count: number) => counted(count, 'change'),
  coWrote: (count: number) => `${counted(count, 'change')} with others`,
  none: 'No change of this release names its author.',
  furtherPeople: (count: number) => `${counted(count, 'more person', 'more people')}`,
} as const;

/** Words about what GitHub knows of a change. */
export const REVIEW = {
  notAsked: 'GitHub was not asked',
  noPullRequest: 'no pull request',
  noChecks: 'none recorded',
  forced: 'forced after approval',
  objection: 'changes requested',
  dismissed: (count: number) => counted(count, 'dismissed review'),
  withoutRight: (count: number) => `${count} may not push`,
  selfMerged: 'merged by its author',
  notMerged: 'not merged on GitHub',
  approvedBy: (names: string) => `approved by ${names}`,
  objectedBy: (names: string) => `changes requested by ${names}`,
  concerns: 'Besides:',
  failing: 'checks failed',
  original: 'original:',
  way: (method: string, commits: number) => `${method}, ${counted(commits, 'commit')}`,
  facts: {
    all: (count: number) =>
      count === 1
        ? 'What GitHub knows of its review is recorded for the one change.'
        : `What GitHub knows of their review is recorded for all ${counted(count, 'change')}.`,
    some: (known: number, all: number) =>
      `What GitHub knows of their review is recorded for ${known.toLocaleString('en-GB')} of ${counted(all, 'change')}.`,
    none: (all: number) =>
      all === 1
        ? 'GitHub was not asked for the one change: nothing is known here of who reviewed it.'
        : `GitHub was not asked for any of the ${counted(all, 'change')}: nothing is known here of who reviewed them.`,
    notAsked: (count: number, all: number) =>
      `GitHub was not asked for ${count.toLocaleString('en-GB')} of ${counted(all, 'change')}: nothing is known here of who reviewed ${count === 1 ? 'it' : 'them'}.`,
    noPullRequest: (count: number) => `GitHub knows no pull request of ${counted(count, 'change')}.`,
  },
} as const;

/** Words of a change's own page. */
export const CHANGE_PAGE = {
  title: (id: string) => `Change ${id}`,
  facts: { change: 'The change, as git and the ledger tell it', pullRequest: 'Further facts' },
  message: 'Message of the landing commit',
  noFacts: {
    'not asked': 'GitHub was not asked for this change: nothing is known here of who reviewed it.',
    'no pull request':
      'No pull request is known for this change: it was pushed without one, or its message names none.',
  },
  pullRequest: (name: string) => `Pull request ${name}`,
  roles: { carrier: 'It brought the change here.', original: 'The original of the change.' },
  inGit: (name: string) => `(in git: ${name})`,
  fields: {
    title: 'Title today',
    titleAtMerge: 'Title at the merge',
    author: 'Opened by',
    opened: 'Opened',
    merger: 'Merged by',
    merged: 'Merged',
    state: 'State',
    branches: 'Branches',
    head: 'Merged head',
    mergeCommit: 'Merge commit',
    labels: 'Labels',
    milestone: 'Milestone',
    issues: 'Linked issues',
    files: 'Files',
  },
  states: { merged: 'merged', closed: 'closed without a merge', open: 'open' },
  renamed: 'renamed since the merge',
  isLanding: 'the landing commit of this change',
  isNotLanding: 'not the landing commit of this change',
  noMergeCommit: 'GitHub knows of none',
  branches: (head: string, owner: string | null, base: string) =>
    `${owner === null ? `${head} of a repository that is gone` : `${owner}:${head}`} → ${base}`,
  closes: 'closes',
  zenhub: 'connected in ZenHub',
  files: (count: number, additions: number, deletions: number) =>
    `${counted(count, 'file')}, +${additions.toLocaleString('en-GB')} −${deletions.toLocaleString('en-GB')}`,
  paths: (count: number) => (count === 1 ? 'Its path' : `All ${counted(count, 'path')}`),
  reviews: {
    merged: 'Where the reviews stood at the merge',
    closed: 'Where the reviews stood',
    open: 'Where the reviews stand',
  },
  noReviews: 'Nobody reviewed it.',
  timeline: 'What happened, in order',
  clocks:
    'Commits stand where the clock of their author puts them, everything else where the clock of GitHub does.',
  timelineCut: (count: number) => `${counted(count, 'earlier event')} in plain text`,
  checks: 'Checks of the merged head',
  noChecks: 'No check of the merged head is recorded.',
  checkList: (count: number) => `All ${counted(count, 'check')}, what did not pass first`,
  furtherChecks: (count: number) => `${counted(count, 'further check')}`,
  furtherReviewers: (count: number) => `${counted(count, 'further reviewer')}`,
  description: 'Description',
  noDescription: 'It has no description, or none is recorded.',
  edited: 'changed last',
  size: (characters: number) => counted(characters, 'character'),
  on: {
    'merged head': 'the merged head',
    'older head': 'an older head',
    'unknown commit': 'a commit that GitHub does not know any more',
  },
  behind: (count: number | null) =>
    count === null
      ? 'the branch does not have it any more'
      : `${counted(count, 'commit')} before the merged one`,
  mayNotPush: 'may not push',
  byCommitter: 'wrote commits of it',
  afterMerge: 'after the merge',
  textEdited: 'its text was changed',
  reviewText: 'What the review says',
  because: (reason: string) => `because: ${reason}`,
  noReason: 'no reason is given',
  events: {
    opened: 'opened it',
    commit: (count: number) => (count === 1 ? 'wrote a commit' : `wrote ${counted(count, 'commit')}`),
    commits: 'Commits and who wrote them',
    approved: {
      'merged head': 'approved the merged head',
      'older head': 'approved an older head',
      'unknown commit': 'approved an unknown commit',
    },
    'changes-requested': 'requested changes',
    commented: 'commented',
    dismissed: {
      approved: 'approved, dismissed later',
      'changes-requested': 'requested changes, dismissed later',
      commented: 'commented, dismissed later',
      dismissed: 'gave a review that was dismissed',
      pending: 'gave a review that was dismissed',
    },
    dismissal: {
      approved: 'dismissed the approval of',
      'changes-requested': 'dismissed the request for changes of',
      commented: 'dismissed the comment of',
      dismissed: 'dismissed the review of',
      pending: 'dismissed the review of',
    },
    forced: 'force push',
    forcedAfter: 'force push after an approval',
    forcedFrom: (before: string | null, after: string | null) =>
      `from ${before ?? 'an unknown commit'} to ${after ?? 'an unknown commit'}`,
    approvalsBefore: (names: string) => `${names} had approved before it`,
    merged: 'merged it',
    mergedSelf: 'merged it, being its author',
  },
} as const;

/** Words about the release as GitHub has it. */
export const PLATFORM = {
  none: 'GitHub has no release of this tag.',
  notAsked: 'GitHub was not asked for a release of this tag.',
  address: 'Address',
  name: 'Name',
  author: 'Published by',
  created: 'Created',
  published: 'Published',
  unpublished: 'never published',
  state: 'State',
  draft: 'draft: nobody else sees it',
  prerelease: 'prerelease',
  final: 'final release',
  otherKind: 'our record says otherwise',
  tag: 'Tag',
  otherTag: 'not the tag of our record',
  commit: 'Its commit',
  same: 'the commit of our tag',
  other: 'not the commit of our tag',
  gone: 'the tag is gone there',
  differs: (tag: string, there: string, here: string) =>
    `On GitHub the tag ${tag} leads to ${there}; in the repository that was harvested the release is at ${here}.`,
  tagGone: (tag: string) => `GitHub shows a release of the tag ${tag}, which is not there any more.`,
  assets: (count: number) => `${counted(count, 'file')} attached to it`,
  noAssets: 'No file is attached to it.',
  furtherAssets: (count: number) => counted(count, 'further file'),
  description: 'Its description',
} as const;
