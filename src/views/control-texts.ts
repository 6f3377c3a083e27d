import type { MarkView } from './mark-view.ts';
import { counted } from './texts.ts';
import type { Standing } from './verdict/standing.ts';

/** How controls came out, in the order of the columns that count them. */
export const COUNTED_STANDINGS = [
  'pass',
  'fail',
  'unproven',
  'waived',
  'after',
] as const satisfies readonly Standing[];

/** A release without a tag. */
export const OPEN_MARK: MarkView = { kind: 'quiet', mark: '◔', text: 'open' };

/** Results in cells of a wide table: a soft hyphen lets a column be as narrow as the others. */
export const SHORT_RESULTS: Record<Standing, string> = {
  pass: 'pass',
  fail: 'fail',
  unproven: 'un\u00ADproven',
  waived: 'waived',
  after: 'to come',
};

/** Words about controls over many releases. */
export const CONTROLS_PAGE = {
  title: 'Controls',
  of: (product: string) => `Controls of ${product}`,
  lead: 'Every control on every release, as the records of today show it. Each cell leads to the reasons.',
  counts: 'How often',
  matrix: 'Control by release',
  pages: 'Pages of releases',
  none: 'No release can be judged: no policy says how, or none was harvested or opened.',
  csv: 'The whole matrix as CSV',
  csvRows: (count: number) => counted(count, 'release'),
  columns: {
    release: 'Release',
    date: 'Date',
    verdict: 'Verdict',
    control: 'Control',
    result: 'Result',
    why: 'Why',
    releases: 'Releases',
  },
  standings: {
    pass: 'Passed',
    fail: 'Failed',
    unproven: 'Unproven',
    waived: 'Waived',
    after: 'Still to come',
  } satisfies Record<Standing, string>,
} as const;

/** Words about one control over many releases. */
export const CONTROL_PAGE = {
  of: (control: string, product: string) => `${control}, a control of ${product}`,
  clauses: 'Clauses that it serves',
  frameworks: { framework: 'Framework', clause: 'Clause' },
  counts: 'How often',
  exceptions: 'Where it did not pass',
  pages: 'Pages of exceptions',
  noExceptions: 'It passed on every release, or has nothing to judge yet.',
  afterwards:
    'It judges what happens after the blessing: where nothing was deployed yet, it is still to come, and that is no exception.',
  noWaiver: 'Nobody can waive it.',
  csv: 'All exceptions as CSV',
  csvRows: (count: number) => counted(count, 'exception'),
  more: (count: number) => `${counted(count, 'more reason')}`,
} as const;
