import type { TestCase } from '../parsed-report.ts';

/** What stands in a test case beside its name: how many elements of each kind. */
export interface Marks {
  failures: number;
  errors: number;
  /** PHPUnit before 10: a test that could not be run as it should, "no tests found in class". */
  warnings: number;
  skips: number;
  /** Runs that failed before the case passed (Surefire's `flakyFailure` and `flakyError`). */
  flakes: number;
  /** Further runs of a case that failed in all of them (Surefire's `rerunFailure` and `rerunError`). */
  reruns: number;
  /** The word of `status` or `result`, where there is one. */
  status: string | undefined;
}

const KINDS: Record<string, Exclude<keyof Marks, 'status'>> = {
  failure: 'failures',
  error: 'errors',
  warning: 'warnings',
  skipped: 'skips',
  ignored: 'skips',
  disabled: 'skips',
  flakyFailure: 'flakes',
  flakyError: 'flakes',
  rerunFailure: 'reruns',
  rerunError: 'reruns',
};

/** No marks yet. */
export function noMarks(status?: string): Marks {
  return { failures: 0, errors: 0, warnings: 0, skips: 0, flakes: 0, reruns: 0, status };
}

/** Counts an element; says whether it is a mark at all. */
export function mark(marks: Marks, element: string): boolean {
  const kind = Object.hasOwn(KINDS, element) ? KINDS[element] : undefined;
  if (kind !== undefined) marks[kind]++;
  return kind !== undefined;
}

const STATUS_WORDS: Record<TestCase['outcome'], RegExp> = {
  passed: /^(?:run|passed|pass|success|successful|succeeded|ok|completed|fixed)$/i,
  failed: /^(?:failed|fail|failure|failing|regression)$/i,
  errored: /^(?:error|errored|broken|timedout|aborted|notrunnable)$/i,
  skipped: /^(?:skipped|skip|notrun|not_run|disabled|ignored|suppressed|pending|todo)$/i,
};

/** What a word such as GoogleTest's `status="notrun"` means; nothing for one that is not known. */
export function outcomeOfStatus(word: string): TestCase['outcome'] | undefined {
  const outcomes = ['passed', 'failed', 'errored', 'skipped'] as const;
  return outcomes.find((outcome) => STATUS_WORDS[outcome].test(word.trim()));
}

/** How a case came out. Elements count before words, and what is bad before what is good. */
export function outcomeOf(marks: Marks): TestCase['outcome'] {
  if (marks.failures > 0) return 'failed';
  if (marks.errors + marks.warnings > 0) return 'errored';
  const said = marks.status === undefined ? undefined : outcomeOfStatus(marks.status);
  if (said === 'failed' || said === 'errored') return said;
  return marks.skips > 0 || said === 'skipped' ? 'skipped' : 'passed';
}
