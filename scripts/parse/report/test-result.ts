import type { TestTotals } from '../../../src/records/index.ts';
import type { TestCase } from './parsed-report.ts';

/** How many names a sentence holds; the rest is counted. */
const NAMED = 5;

/** Totals of test cases, and sentences about what failed and about runs that prove nothing. */
export function testResult(cases: readonly TestCase[]): {
  tests: TestTotals;
  failures: string[];
  doubts: string[];
} {
  const tests = totalsOf(cases);
  return {
    tests,
    failures: [...sentence(cases, 'failed', 'failed'), ...sentence(cases, 'errored', 'ended in an error')],
    doubts: emptiness(tests),
  };
}

function totalsOf(cases: readonly TestCase[]): TestTotals {
  const totals: TestTotals = { passed: 0, failed: 0, errored: 0, skipped: 0 };
  let seconds: number | undefined;
  for (const { outcome, seconds: took } of cases) {
    totals[outcome]++;
    if (took !== undefined) seconds = (seconds ?? 0) + took;
  }
  return seconds === undefined ? totals : { ...totals, seconds: Math.round(seconds * 1000) / 1000 };
}

function sentence(cases: readonly TestCase[], outcome: TestCase['outcome'], words: string): string[] {
  const names = cases.filter((testCase) => testCase.outcome === outcome).map(({ name }) => name);
  if (names.length === 0) return [];
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const tests = names.length === 1 ? '1 test' : `${names.length} tests`;
  return [`${tests} ${words}: ${names.slice(0, NAMED).join('; ')}${more}`];
}

function emptiness({ passed, failed, errored, skipped }: TestTotals): string[] {
  if (passed + failed + errored > 0) return [];
  return [skipped === 0 ? 'no test ran' : `no test ran: all ${skipped} were skipped`];
}
