import type { Decision } from '../records/vote.ts';
import type { VoteState } from '../verdict/vote-state.ts';
import type { MarkView } from './mark-view.ts';
import { counted } from './texts.ts';

/** What a vote says. */
export const DECISION_WORDS: Record<Decision, { mark: string; text: string }> = {
  go: { mark: '▲', text: 'GO' },
  'no-go': { mark: '▼', text: 'NO-GO' },
  veto: { mark: '⊘', text: 'VETO' },
  abstain: { mark: '–', text: 'ABSTAINS' },
};

/** Whether a vote counts. "replaced" is a valid one that a later vote of the same person took the place of. */
export const STATE_MARKS: Record<VoteState | 'replaced' | 'abstained', MarkView> = {
  valid: { kind: 'good', mark: '✓', text: 'counts' },
  abstained: { kind: 'quiet', mark: '–', text: 'counts for nobody' },
  replaced: { kind: 'quiet', mark: '↺', text: 'replaced by a later vote' },
  stale: { kind: 'caution', mark: '◌', text: 'stale' },
  unbound: { kind: 'caution', mark: '◇', text: 'unbound' },
  'out-of-role': { kind: 'danger', mark: '✗', text: 'out of role' },
  late: { kind: 'caution', mark: '◷', text: 'late' },
  edited: { kind: 'danger', mark: '✎', text: 'edited' },
  self: { kind: 'danger', mark: '◎', text: 'own work' },
};

/** Words about votes. */
export const VOTES = {
  title: 'Votes',
  matrix: 'Votes by role',
  lead: 'Whether a vote counts is worked out anew from the records: it must be bound to what ships, be cast in role and in time, not be edited, and not be on one’s own work alone.',
  all: 'All votes with their arguments',
  none: 'Nobody has voted.',
  noRoles: 'The policy names no role whose vote a release needs.',
  columns: { role: 'Role', needs: 'Needs', votes: 'Votes', waits: 'Waits for' },
  needs: (approvals: number, people: number) => `${approvals} of ${people} GO`,
  mayVeto: 'may veto',
  notNeeded: 'not needed',
  module: (module: string) => `of ${module}`,
  nobodyYet: 'nobody yet',
  nobodyHolds: 'nobody holds this role',
  nobodyElse: 'nobody else holds this role',
  stoppedBy: (people: string) => `stopped by ${people}`,
  noMore: '–',
  unbound: 'on nothing',
  onDigest: 'digest',
  on: 'on',
  argument: 'Argument',
  noArgument: 'No argument was given.',
  earlier: (count: number) => `${counted(count, 'earlier vote')}`,
  further: (count: number) => `${counted(count, 'further vote')} in plain text`,
  facts: {
    account: 'Account',
    state: 'Counts',
    role: 'Role',
    at: 'Cast at',
    edited: 'Edited at',
    commit: 'Commit',
    digest: 'Digest',
    source: 'Cast in',
    because: 'Because',
    replaced: (at: string) => `the vote of ${at} took its place`,
  },
  account: (id: string, place: string) => `${id} on ${place}`,
  sources: {
    'github-review': 'a review on GitHub',
    slack: (channel: string, ts: string) => `#${channel}, message ${ts}`,
    command: (ranBy: string) => `the command, run by ${ranBy}`,
  },
  slackFile: (file: string) => `export ${file}`,
} as const;
