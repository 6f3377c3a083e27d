import type { Explanation, FindingKind, ReconciliationCounts } from '../population/reconcile.ts';
import { counted } from './texts.ts';

/** Words about every production change of a period. */
export const POPULATION = {
  title: 'Production changes',
  of: (what: string) => `Production changes: ${what}`,
  in: (month: string) => `in ${month}`,
  lead: 'Every change that came to an environment that customers use: the whole of which samples are drawn. Nothing is left out, and what cannot be shown is unproven.',
  count: (count: number) => counted(count, 'production change'),
  facts: {
    period: 'Period',
    query: 'Query',
    digest: 'Digest',
    command: 'The same by hand',
  },
  until: (from: string, to: string) => `from ${from} until ${to}`,
  csv: 'All of it as CSV, with every column',
  bytes: 'The file is byte for byte what the command prints; its last line is the digest of all before it.',
  sample: 'Draw a sample',
  table: 'Changes',
  pages: 'Pages of changes',
  order: 'The newest deployment first; times in UTC.',
  inMonths: (count: number) => `${counted(count, 'earlier change')}: with their months`,
  none: 'No change came to an environment that customers use.',
  noEnvironment: 'It has no environment that customers use, and nothing to be set against each other.',
  columns: {
    change: 'Change',
    deployed: 'Deployed',
    release: 'Release',
    type: 'Type',
    people: 'People',
    independent: 'Independent',
    approvedBefore: 'GO before',
    onRevision: 'On this commit',
    tests: 'Tests',
    scan: 'Scan',
    image: 'Image',
    outcome: 'Outcome',
  },
  legend:
    'Independent: somebody approved the change who wrote nothing of it. GO before: everybody whose GO the release needs had said so before the deployment. On this commit: those votes are on what was deployed. Image: the one that runs is the tested one.',
  by: (name: string) => `by ${name}`,
  approvedBy: (names: string) => `approved: ${names}`,
  deployedBy: (name: string) => `deployed: ${name}`,
  parts: 'By month and product',
  partsLead:
    'Months are in UTC. Each part has a file of its own, as the command prints it for that part. A month is told as it was known at its end: a change that failed in one month and came in the next is in both.',
  months: 'Months',
  products: 'Products',
  allProducts: 'All products',
  allMonths: 'All months',
} as const;

/** Words about what does not match. */
export const RECONCILIATION = {
  title: 'Reconciliation',
  lead: 'Merges, releases, images, Helm’s and Argo CD’s numbers, and deployments, set against each other.',
  limit:
    'The pages know what the ledger recorded. Merges that no release has are looked for in the repositories by the command with --repositories.',
  against: (counts: ReconciliationCounts) =>
    `Set against each other: ${counted(counts.changes, 'change')}, ${counted(counts.releases, 'release')}, ${counted(counts.deployments, 'deployment')}, ${counted(counts.images, 'image')}, ${counted(counts.revisions, 'revision')}.`,
  clear: 'No unexplained rows.',
  open: (count: number) => `${counted(count, 'unexplained row')}.`,
  unexplained: 'Unexplained',
  explained: (count: number) => `${counted(count, 'row')} that something accounts for`,
  page: (page: number, pages: number) => `Reconciliation, page ${page} of ${pages}`,
  pages: 'Pages of the reconciliation',
  all: (count: number) => `All ${counted(count, 'row')} of the reconciliation`,
  csv: 'The reconciliation as CSV',
  csvRows: (count: number) => counted(count, 'row'),
  columns: {
    kind: 'What',
    finding: 'What does not match',
    where: 'Where',
    at: 'When',
    by: 'Accounted for by',
  },
} as const;

/** What does not match, in a word or three. */
export const FINDING_NAMES: Record<FindingKind, string> = {
  'change-not-released': 'not released',
  'change-without-record': 'no record',
  'change-not-merged': 'not merged',
  'commit-unresolved': 'commit unresolved',
  'release-not-deployed': 'not deployed',
  'release-unknown': 'release unknown',
  'image-unnamed': 'image unnamed',
  'image-unrecorded': 'image unrecorded',
  'image-not-deployed': 'image not deployed',
  'revision-gap': 'gap in numbers',
  'revision-missing': 'number missing',
  'records-begin': 'records begin',
  'deployer-unknown': 'deployer unknown',
  'outcome-unknown': 'outcome unknown',
  'rollback-without-reason': 'no reason',
  'step-back': 'step back',
  'sources-disagree': 'sources disagree',
};

/** What accounts for it, in a word. */
export const EXPLANATION_NAMES: Record<Explanation['by'], string> = {
  waiver: 'waiver',
  emergency: 'emergency',
  superseded: 'superseded',
  prerelease: 'prerelease',
  withdrawn: 'withdrawn',
  'not-blessed': 'not blessed',
  open: 'still open',
  'other-release': 'other release',
  trigger: 'trigger',
};

/** Words of the filter; scripts use them too. */
export const CHANGE_FILTER = {
  title: 'Filter',
  lead: 'The filter needs JavaScript. Without it, take a month or a product below, or the whole file.',
  any: 'all',
  facets: {
    product: 'Product',
    environment: 'Environment',
    month: 'Month (UTC)',
    type: 'Type',
    independent: 'Independently approved',
    rolledBack: 'Rolled back',
  },
  clear: 'Show all',
  download: 'Download what is filtered',
  previous: 'Previous',
  next: 'Next',
  found: (count: number, all: number) => `${count.toLocaleString('en-GB')} of ${counted(all, 'change')}`,
  range: (from: number, to: number) => `, ${from} to ${to} of them shown`,
  loading: 'Reading all changes …',
  failed: (reason: string) => `The filter does not work: ${reason}`,
  unread: 'the changes could not be read from this site',
  file: 'production-changes-filtered.csv',
  otherFile: 'the file of all changes is of another build than this page; load the page again',
} as const;

/** Words of the sample; scripts use them too. */
export const SAMPLE = {
  title: 'Sample',
  lead: 'A sample that nobody can steer and anybody can repeat: the same seed draws the same changes of the same population, here, on the command line and with a shell.',
  how: 'How it is drawn',
  steps: [
    'The population is fixed first: its digest names every row and every cell of it.',
    'Then the auditor names a seed: a text that nobody could choose at will, as the date and a number.',
    'Each row gets a hash: the SHA-256 of the seed, a line feed, the population’s digest, a line feed and the row’s first cell.',
    'Rows are put in the order of their hashes, and the first ones are the sample: 15 to 25 are usual. A smaller sample is the beginning of a larger one.',
  ],
  shell: 'With a shell, set seed and size and say:',
  command: 'With the command line:',
  population: 'The population',
  form: 'Draw it here',
  formLead: 'Drawing it in the browser needs JavaScript; the command below draws the same.',
  seed: 'Seed',
  size: 'Size',
  draw: 'Draw',
  exampleSeed: 'Q3 2026, 4711',
  drawn: (count: number, all: number) => `${count.toLocaleString('en-GB')} of ${counted(all, 'change')}`,
  facts: { seed: 'Seed', size: 'Size', population: 'Population', query: 'Query', command: 'Command' },
  columns: { place: 'No.', change: 'Change', deployed: 'Deployed', release: 'Release', hash: 'Hash and row' },
  working: 'Drawing …',
  badSeed: 'Name a seed: a text without control characters.',
  badSize: 'The size is a number of rows, from 1 on.',
  failed: (reason: string) => `The sample cannot be drawn here: ${reason}`,
  noCrypto: 'this browser gives no SHA-256 to pages that come without HTTPS. The command draws the same.',
} as const;
