import type { MarkView } from './mark-view.ts';
import { counted } from './texts.ts';

/** What somebody did that is recorded, in the order of the columns that count it. */
export const ACT_KINDS = ['vote', 'review', 'wrote', 'merged', 'deployed', 'waived', 'opened'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** The same as rows say it. */
export const ACT_WORDS: Record<ActKind, string> = {
  vote: 'voted as',
  review: 'reviewed',
  wrote: 'wrote',
  merged: 'merged',
  deployed: 'deployed',
  waived: 'answered for',
  opened: 'opened',
};

/** What a review said. */
export const REVIEW_MARKS = {
  approved: { kind: 'good', mark: '✓', text: 'approved' },
  'changes-requested': { kind: 'danger', mark: '✗', text: 'asked for changes' },
  dismissed: { kind: 'quiet', mark: '↺', text: 'taken back' },
} as const satisfies Record<string, MarkView>;

/** Somebody said yes to the own work. */
export const CONFLICT_MARK: MarkView = { kind: 'danger', mark: '◎', text: 'own work' };

/** An account that the roster does not know, and one that is a machine's. */
export const STRANGER_MARKS = {
  unknown: { kind: 'caution', mark: '?', text: 'not in the roster' },
  bot: { kind: 'quiet', mark: '⚙', text: 'bot' },
} as const satisfies Record<string, MarkView>;

/** Words about people. */
export const PEOPLE_PAGE = {
  title: 'People',
  lead: 'Who held which role when, and what they approved, wrote, merged, deployed and answered for, as far as the records tell.',
  roles: 'Who held which role when',
  people: 'What they did',
  strangers: 'Accounts that the roster does not know',
  strangersLead:
    'What they say binds nobody. Whoever has a role needs an entry in the roster with all accounts.',
  noStrangers: 'Everybody who appears in the records is in the roster.',
  noPeople: 'The roster is empty: nobody can speak for a release.',
  noRoles: 'Nobody here ever held a role.',
  furtherRoles: (count: number) => `${counted(count, 'more held role')} on the pages of these people.`,
  noPolicy: 'No policy is recorded, so nobody holds a role.',
  page: (page: number, pages: number) => `page ${page} of ${pages}`,
  pages: 'Pages of people',
  csv: 'All that everybody did as CSV',
  csvRows: (count: number) => counted(count, 'row'),
  columns: {
    person: 'Person',
    account: 'Account',
    accounts: 'Accounts',
    role: 'Role',
    module: 'Module',
    from: 'From',
    until: 'Until',
    now: 'Now',
    conflicts: 'On own work',
    last: 'Last seen',
    at: 'When',
    what: 'What',
    on: 'On',
    release: 'Release',
    result: 'How',
  },
  counts: {
    vote: 'Votes',
    review: 'Reviews',
    wrote: 'Wrote',
    merged: 'Merged',
    deployed: 'Deployed',
    waived: 'Waived',
    opened: 'Opened',
  } satisfies Record<ActKind, string>,
  allModules: 'all',
  stillHeld: 'still held',
  held: { kind: 'good', mark: '●', text: 'holds it' },
  notHeld: { kind: 'quiet', mark: '○', text: 'over' },
  notYet: { kind: 'quiet', mark: '◔', text: 'still to come' },
  today: 'today',
  timeline: (count: number) => `${counted(count, 'held role')} over time; the table says the same.`,
} as const;

/** Words about one person. */
export const PERSON_PAGE = {
  accounts: 'Accounts',
  account: (id: string, place: string) => `${id} on ${place}`,
  roles: 'Roles',
  noRoles: 'No role is recorded.',
  conflicts: 'Said yes to the own work',
  conflictsLead: 'Such a word counts for nothing. It stands here, so that nobody has to look for it.',
  acts: 'What is recorded',
  noActs: 'Nothing is recorded.',
  none: 'none',
  pages: 'Pages of what is recorded',
  csv: 'All of it as CSV',
  ownReview: 'wrote some of it',
  furtherConflicts: (count: number) => `${counted(count, 'more')} in the file below.`,
  hiddenAddress: '⟨address⟩',
  change: (id: string, title: string) => `${id} ${title}`,
  promotion: (number: number, version: string) => `promotion #${number} of ${version}`,
  vote: (role: string, module: string | null) => (module === null ? role : `${role} of ${module}`),
  opened: (version: string) => `the release ${version}`,
  deployment: (environment: string) => `in ${environment}`,
} as const;
