import type { Severity, StageReport, Step } from '../records/stage-report.ts';
import type { JudgedGate } from '../verdict/judged-gate.ts';
import type { MarkView } from './mark-view.ts';
import { counted } from './texts.ts';

/** What became of a stage of a module. */
export type CellState = StageReport['result'] | 'missing' | 'part' | 'whole' | 'apart' | 'not needed';

/** A stage's state in a word and a mark. */
export const CELL_MARKS: Record<CellState, MarkView> = {
  passed: { kind: 'good', mark: '✓', text: 'passed' },
  failed: { kind: 'danger', mark: '✗', text: 'failed' },
  unproven: { kind: 'caution', mark: '?', text: 'unproven' },
  missing: { kind: 'caution', mark: '○', text: 'no report' },
  part: { kind: 'caution', mark: '◐', text: 'only a part' },
  whole: { kind: 'quiet', mark: '→', text: 'whole release' },
  apart: { kind: 'quiet', mark: '←', text: 'by module' },
  'not needed': { kind: 'quiet', mark: '–', text: 'not needed' },
};

/** A report that is not of what ships. */
export const BINDING_MARKS = {
  other: { kind: 'danger', mark: '≠', text: 'of something else' },
  unproven: { kind: 'caution', mark: '◇', text: 'bound to nothing' },
} as const satisfies Record<string, MarkView>;

/** Whether a limit is kept. */
export const GATE_MARKS: Record<JudgedGate['result'], MarkView> = {
  kept: { kind: 'good', mark: '✓', text: 'kept' },
  missed: { kind: 'danger', mark: '✗', text: 'missed' },
  unknown: { kind: 'caution', mark: '?', text: 'unknown' },
  'no report': { kind: 'caution', mark: '○', text: 'no report' },
  still: { kind: 'quiet', mark: '–', text: 'did not move' },
};

/** Whether a threshold of a load test is met. */
export const MET_MARKS = {
  true: { kind: 'good', mark: '✓', text: 'kept' },
  false: { kind: 'danger', mark: '✗', text: 'missed' },
  null: { kind: 'caution', mark: '?', text: 'not clear' },
} as const satisfies Record<string, MarkView>;

/** How a step of a pipeline ended. */
export const STEP_MARKS: Record<Step['result'], MarkView> = {
  passed: { kind: 'good', mark: '✓', text: 'passed' },
  failed: { kind: 'danger', mark: '✗', text: 'failed' },
  skipped: { kind: 'quiet', mark: '–', text: 'skipped' },
  running: { kind: 'caution', mark: '◐', text: 'running' },
  unknown: { kind: 'caution', mark: '?', text: 'unknown' },
};

/** Whether two things that should be the same are. */
export const SAME_MARKS = {
  same: { kind: 'good', mark: '✓', text: 'the same' },
  other: { kind: 'danger', mark: '≠', text: 'not the same' },
  unknown: { kind: 'caution', mark: '?', text: 'not known' },
} as const satisfies Record<string, MarkView>;

/** Severities as they are told, the worst first. */
export const SEVERITY_MARKS: Record<Severity, MarkView> = {
  critical: { kind: 'danger', mark: '▲', text: 'critical' },
  high: { kind: 'danger', mark: '△', text: 'high' },
  medium: { kind: 'caution', mark: '◆', text: 'medium' },
  low: { kind: 'quiet', mark: '◇', text: 'low' },
  negligible: { kind: 'quiet', mark: '·', text: 'negligible' },
  unknown: { kind: 'caution', mark: '?', text: 'unknown' },
};

/** Words about stages. */
export const STAGE_WORDS = {
  title: 'Stages',
  grid: 'Stages by module',
  none: 'No stage is recorded, and the policy asks for none.',
  silent: 'The policy names no stages of this kind of release.',
  stage: 'Stage',
  whole: 'Whole release',
  still: (modules: string) => `Not moved, so nothing is asked of: ${modules}.`,
  attempt: (attempt: number, of: number) => (of === 1 ? '1 attempt' : `attempt ${attempt} of ${of}`),
  attempts: 'Attempts',
  furtherAttempts: (count: number) => counted(count, 'earlier attempt'),
  furtherReasons: (count: number) => counted(count, 'further reason'),
  furtherFiles: (count: number) => counted(count, 'further file'),
  allStages: (count: number) => `Stages of all ${counted(count, 'module')}`,
  attemptTitle: (attempt: number) => `Attempt ${attempt}`,
  thatCounts: 'counts',
  partOnly: 'of a part only: it never stands for the stage',
  notLatest: 'a later full attempt counts',
  compared: (version: string) =>
    `Compared with ${version}, the last final release before it that ran this stage.`,
  notCompared: 'No earlier final release ran this stage: there is nothing to compare with.',
  measured: 'What it measured',
  nothingMeasured: 'The report names no figures.',
  gates: 'Limits of the policy',
  guards: (word: string, feature: string | undefined) =>
    `for the word “${word}” on ${feature ?? 'any feature'}:`,
  short: {
    tests: (passed: number, ran: number) => `${passed.toLocaleString('en-GB')} of ${counted(ran, 'test')}`,
    testsAllPassed: (ran: number) => `${counted(ran, 'test')}`,
    noTests: 'no test ran',
    coverage: (percent: string) => `${percent} of lines`,
    vulnerabilities: (critical: number, high: number, all: number) =>
      all === 0 ? 'no vulnerability' : `${critical} critical, ${high} high of ${all}`,
    thresholds: (kept: number, all: number) => `${kept} of ${counted(all, 'limit')} kept`,
    steps: (count: number) => counted(count, 'step'),
    figures: (count: number) => counted(count, 'figure'),
  },
  facts: {
    result: 'Result',
    binding: 'Of what ships',
    ranAt: 'Ran at',
    filedAt: 'Filed at',
    filedBy: 'Filed by',
    commit: 'Commit',
    digest: 'Digest',
    run: 'Run on the build server',
    doubts: 'Failures and doubts',
    evidence: 'Evidence',
    path: 'Path',
  },
  runLink: 'open the run',
  noDoubts: 'none',
  columns: {
    gate: 'Gate',
    result: 'Result',
    measured: 'Measured',
    what: 'What',
    now: 'Now',
    before: 'Before',
    change: 'Change',
    severity: 'Severity',
    fresh: 'New',
    fixed: 'Fixed',
    id: 'Vulnerability',
    in: 'In',
    version: 'Version',
    fixedIn: 'Mended in',
    metric: 'Metric',
    limit: 'Limit',
    step: 'Step',
    at: 'At',
    seconds: 'Seconds',
    name: 'Name',
    repository: 'Repository',
    format: 'Format',
    tool: 'Tool',
    evidenceDigest: 'Digest',
    figure: 'Figure',
  },
  tests: {
    title: 'Test cases',
    rows: {
      passed: 'passed',
      failed: 'failed',
      errored: 'ended in an error',
      skipped: 'skipped',
      seconds: 'seconds',
    },
    changed: (added: number, removed: number, since: string) =>
      `Since ${since}: ${counted(added, 'test case')} added, ${removed.toLocaleString('en-GB')} removed.`,
    notCompared: 'The names of test cases were compared with no earlier release.',
    added: (count: number) => `${counted(count, 'test case')} added`,
    removed: (count: number) => `${counted(count, 'test case')} removed`,
  },
  coverage: { title: 'Coverage', rows: { lines: 'lines', branches: 'branches', functions: 'functions' } },
  scan: {
    title: 'Vulnerabilities',
    database: 'Database of vulnerabilities of',
    none: 'The scanner found none.',
    fresh: (count: number, since: string) =>
      `${counted(count, 'vulnerability', 'vulnerabilities')} new since ${since}`,
    fixed: (count: number, since: string) =>
      `${counted(count, 'vulnerability', 'vulnerabilities')} of ${since} fixed`,
    still: (count: number, since: string) =>
      `${counted(count, 'vulnerability', 'vulnerabilities')} already in ${since}`,
    all: (count: number) => counted(count, 'vulnerability', 'vulnerabilities'),
    further: (count: number) => `${counted(count, 'further one', 'further ones')} in plain text`,
  },
  image: {
    title: 'Image',
    digests: 'Digests',
    id: 'Id (digest of its configuration)',
    size: 'Size',
    createdAt: 'Built at',
    revision: 'Says it was built of',
    change: (text: string, version: string) => `${text} since ${version}`,
  },
  chart: {
    title: 'Chart',
    name: 'Name',
    module: 'Module in its name',
    version: 'Version in its name',
    sha: 'Commit in its name',
    ofReport: 'the commit of the report',
    otherForm: 'its name is not of the form <module>-<major>-<minor>-<release>-<commit>',
    chartVersion: 'Version of the chart',
    appVersion: 'Version of what it installs',
    dependencies: 'Charts that it brings',
  },
  load: {
    title: 'Limits of the tool',
    further: (count: number) => `${counted(count, 'further limit')} in plain text`,
  },
  steps: { title: 'Steps' },
  figures: {
    title: 'All figures',
    further: (count: number) => `${counted(count, 'further figure')} in plain text`,
  },
} as const;
