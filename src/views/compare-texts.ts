import { counted } from './texts.ts';

/** Words about two releases side by side. The script of the page has them as well, so they import little. */
export const COMPARE = {
  title: 'Compare releases',
  lead: 'What changed between two releases: changes, votes, metrics, artifacts, and controls that came out otherwise.',
  choose: 'Any two releases',
  chooseLead:
    'Your browser compares them from files of this site. Without JavaScript, use the comparisons below.',
  from: 'From',
  to: 'To',
  button: 'Compare',
  result: 'Comparison',
  prepared: 'Each release beside the one before it',
  pages: 'Pages of comparisons',
  pair: (from: string, to: string) => `${from} → ${to}`,
  none: 'There are no two releases to compare.',
  link: 'Compare with the release before',
  unknown: (version: string) => `There is no release ${version} here.`,
  failed: 'The files of these releases could not be read.',
  verdictOf: (version: string, verdict: string) => `${version}: ${verdict}`,
  changes: 'Changes',
  groups: {
    added: (to: string) => `New in ${to}`,
    both: 'In both, brought by each by itself',
    gone: (from: string) => `Only in ${from}`,
  },
  noChanges: 'none',
  furtherChanges: (count: number) => `${counted(count, 'more change')} in the dossiers`,
  tables: {
    controls: 'Controls that came out otherwise',
    votes: 'Votes by role',
    metrics: 'Metrics',
    artifacts: 'Artifacts',
  },
  columns: { name: 'What', change: 'Difference' },
  same: (count: number) => `${count.toLocaleString('en-GB')} the same on both.`,
  furtherRows: (count: number) => `${counted(count, 'more difference')} in the dossiers.`,
  nothing: '–',
} as const;

/** Words of the lines that are compared. */
export const SUMMARY_WORDS = {
  coverage: (of: string) => `Coverage of lines, ${of}`,
  tests: (of: string, stage: string) => `${stage}: passed, ${of}`,
  failed: (of: string, stage: string) => `${stage}: failed, ${of}`,
  vulnerabilities: (of: string, severity: string) => `Vulnerabilities, ${severity}, ${of}`,
  load: (of: string, figure: string) => `Load, ${figure}, ${of}`,
  whole: 'whole release',
  version: (module: string) => `${module}, version`,
  commit: (module: string) => `${module}, commit`,
  image: (module: string) => `${module}, image`,
  part: (name: string) => `${name}, by others`,
  role: (role: string, module: string | null) => (module === null ? role : `${role} of ${module}`),
  noVotes: 'nobody has voted',
} as const;
