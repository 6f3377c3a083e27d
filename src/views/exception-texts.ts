import type { MarkView } from './mark-view.ts';
import { counted } from './texts.ts';

/** Where a release is that somebody has to answer for. */
export type Whereabouts = 'running' | 'open' | 'ran';

/** The same in words. */
export const WHEREABOUTS_MARKS: Record<Whereabouts, MarkView> = {
  running: { kind: 'quiet', mark: '●', text: 'in production' },
  open: { kind: 'quiet', mark: '◔', text: 'open' },
  ran: { kind: 'quiet', mark: '○', text: 'was in production' },
};

/** How a waiver or an emergency stands. */
export const EXCEPTION_MARKS = {
  counts: { kind: 'quiet', mark: '⚑', text: 'waived' },
  ending: { kind: 'caution', mark: '⚑', text: 'waived, ends soon' },
  void: { kind: 'danger', mark: '⊘', text: 'waiver does not count' },
  expired: { kind: 'danger', mark: '⊘', text: 'waiver expired' },
  over: { kind: 'quiet', mark: '–', text: 'waiver not needed' },
  overdue: { kind: 'danger', mark: '✗', text: 'emergency, votes overdue' },
  owed: { kind: 'caution', mark: '◷', text: 'emergency, votes due' },
  objected: { kind: 'danger', mark: '⊘', text: 'emergency does not count' },
  voted: { kind: 'quiet', mark: '✓', text: 'emergency, votes are there' },
} as const satisfies Record<string, MarkView>;

/** Words about what somebody has to answer for. */
export const EXCEPTIONS = {
  title: 'Exceptions and waivers',
  lead: 'What did not pass on releases that are open or came to production, who answers for it, and until when. The most urgent first.',
  judgedAt: 'Judged at',
  pages: 'Pages of exceptions',
  none: 'Nothing failed or was left unproven, nothing was waived, and no emergency was declared.',
  csv: 'All exceptions as CSV',
  csvRows: (count: number) => counted(count, 'row'),
  columns: { state: 'State', control: 'Control', release: 'Release', who: 'Who', why: 'Why', until: 'Until' },
  groups: {
    now: 'To be answered now',
    soon: 'Ends or is due soon',
    unproven: 'Unproven',
    standing: 'Answered for',
    before: 'Open on releases that are no longer in production',
    past: 'Settled or over',
  },
  count: (count: number) => count.toLocaleString('en-GB'),
  votes: 'Votes after an emergency',
  nobody: 'nobody',
  incident: (incident: string) => `Incident: ${incident}`,
  needless: 'The control passes by itself.',
  otherCounts: 'Another waiver counts in its place.',
  afterTag: 'begins with the release',
  inTime: (words: string) => `in ${words}`,
  ago: (words: string) => `${words} ago`,
  expires: (distance: string) => `expires ${distance}`,
  expired: (distance: string) => `expired ${distance}`,
  due: (distance: string) => `due ${distance}`,
  wasDue: (distance: string) => `was due ${distance}`,
  days: (count: number) => counted(count, 'day'),
  hours: (count: number) => counted(count, 'hour'),
  lessThanAnHour: 'less than an hour',
} as const;
