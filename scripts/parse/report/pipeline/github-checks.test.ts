import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { githubChecksReader } from './github-checks.ts';

const COMMIT = 'a'.repeat(40);
const check = {
  id: 1,
  name: 'unit tests',
  head_sha: COMMIT,
  status: 'completed',
  conclusion: 'success',
  started_at: '2026-02-03T10:30:00Z',
  completed_at: '2026-02-03T10:31:30Z',
};
const answer = { total_count: 1, check_runs: [check] };
const parsed = (value: unknown) => githubChecksReader.parse(fileOf(value));
const checkThat = (changes: object) => parsed({ total_count: 1, check_runs: [{ ...check, ...changes }] });

const expected = {
  format: 'github-checks',
  tool: 'GitHub',
  ranAt: '2026-02-03T10:30:00+00:00',
  commits: [COMMIT],
  measured: {
    steps: [{ name: 'unit tests', result: 'passed', at: '2026-02-03T10:30:00+00:00', seconds: 90 }],
  },
  failures: [],
  doubts: [],
};

test('check runs of a commit, and jobs of a run', () => {
  expect(parsed(answer)).toEqual(expected);
  expect(parsed({ total_count: 1, jobs: [{ ...check, run_attempt: 2 }] })).toEqual(expected);
});

test('jobs by the command line', () => {
  const { name, status, conclusion, started_at: startedAt, completed_at: completedAt } = check;
  const job = { name, status, conclusion, startedAt, completedAt, databaseId: 1, steps: [] };
  expect(parsed({ headSha: COMMIT, jobs: [job] })).toEqual(expected);
  expect(parsed({ jobs: [job] }).commits).toEqual([]);
  // What is not over has the zero time of Go.
  const running = { ...job, status: 'in_progress', conclusion: '', completedAt: '0001-01-01T00:00:00Z' };
  expect(parsed({ jobs: [running] }).measured.steps).toEqual([
    { name, result: 'running', at: '2026-02-03T10:30:00+00:00' },
  ]);
});

test('an answer that was cut off at any byte is refused', () => {
  expectEveryCutRefused(githubChecksReader, fileOf(answer));
});

test.each([
  ['completed', 'failure', 'failed'],
  ['completed', 'timed_out', 'failed'],
  ['completed', 'cancelled', 'failed'],
  ['completed', 'action_required', 'failed'],
  ['completed', 'startup_failure', 'failed'],
  ['completed', 'skipped', 'skipped'],
  ['completed', 'neutral', 'skipped'],
  ['completed', 'stale', 'unknown'],
  ['completed', null, 'unknown'],
  ['queued', null, 'running'],
  ['in_progress', null, 'running'],
  ['waiting', null, 'running'],
])('a check that is %s: %s', (status, conclusion, result) => {
  const report = checkThat({ status, conclusion });
  expect(report.measured.steps?.[0]?.result).toBe(result);
  expect(report.failures).toEqual(result === 'failed' ? ['"unit tests" failed'] : []);
  expect(report.doubts).toHaveLength(result === 'failed' ? 0 : 1);
});

test('no checks at all are a doubt', () => {
  expect(parsed({ total_count: 0, check_runs: [] }).doubts).toEqual(['nothing ran: there are no steps']);
});

const others = { ...check, id: 2, name: 'lint' };

test('pages in a list are one answer', () => {
  const pages = [
    { total_count: 2, check_runs: [check] },
    { total_count: 2, check_runs: [others] },
  ];
  expect(parsed(pages).measured.steps?.map(({ name }) => name)).toEqual(['unit tests', 'lint']);
  expect(faultOf(() => parsed([pages[0]])).message).toBe('says 2 and lists 1: it is cut off');
  expect(faultOf(() => parsed([pages[0], pages[0]])).message).toContain('a page stands twice');
});

test('a page of several is refused', () => {
  const fault = faultOf(() => parsed({ total_count: 31, check_runs: [check] }));
  expect(fault.message).toBe('says 31 and lists 1: it is cut off');
  expect(fault.place).toMatchObject({ line: 2, field: 'total_count' });
  faultOf(() => parsed({ total_count: 0, check_runs: [check] }));
});

test('pages that stand one behind the other are refused', () => {
  const text = JSON.stringify(answer);
  expect(faultOf(() => parsed(text + text)).message).toContain('follows the end');
});

test('checks of two commits, or of two attempts, are refused', () => {
  const check_runs = [check, { ...others, head_sha: 'b'.repeat(40) }];
  expect(faultOf(() => parsed({ total_count: 2, check_runs })).message).toContain('is of 2 commits');
  const jobs = [
    { ...check, run_attempt: 1 },
    { ...others, run_attempt: 2 },
  ];
  expect(faultOf(() => parsed({ total_count: 2, jobs })).message).toBe('mixes 2 attempts');
});

test('a check that ended before it began has no duration', () => {
  expect(checkThat({ completed_at: '2026-02-03T10:29:00Z' }).measured.steps?.[0]?.seconds).toBeUndefined();
});
