import { expect, test } from 'vitest';
import type { StageReportInput } from '../records/index.ts';
import { API, allReports, at, COMMITS, DIGESTS, dossier, report, VERSION } from './testing/index.ts';
import { judge } from './verdict.ts';

/** The verdict where the API module's stage has these attempts, and the controls that do not pass. */
function withAttempts(
  stage: 'unit-tests' | 'image-scan' | 'push' | 'chart',
  ...attempts: Partial<StageReportInput>[]
) {
  const others = allReports().filter(({ data }) => !(data.stage === stage && data.module === API));
  const { verdict, controls } = judge(
    dossier({ stages: [...others, ...attempts.map((more) => report(stage, API, more))] }),
  );
  const open = controls.filter(
    ({ id, result }) => result !== 'pass' && id !== 'blessed-only' && id !== 'deploy-order',
  );
  return [verdict, ...open.map(({ id, result }) => `${id} ${result}`)];
}

test('tests of another commit are no evidence; those of this one are', () => {
  expect(withAttempts('unit-tests', { commit: COMMITS.other })).toEqual([
    'not-blessed',
    'evidence-bound fail',
  ]);
  expect(withAttempts('unit-tests', { commit: COMMITS.api })).toEqual(['blessed']);
});

test('a scan of another image is no evidence; one of this image is', () => {
  const other = { commit: undefined, digest: DIGESTS.other };
  expect(withAttempts('image-scan', other)).toEqual(['not-blessed', 'evidence-bound fail']);
  expect(withAttempts('image-scan', { ...other, digest: DIGESTS.api })).toEqual(['blessed']);
});

test('an image that was built again after it was tested is another image; one that was tested again is not', () => {
  const rebuilt = { digest: DIGESTS.other, attempt: 2 };
  expect(withAttempts('push', {}, rebuilt)).toEqual(['not-blessed', 'evidence-bound fail']);
  expect(withAttempts('push', rebuilt, { attempt: 3 })).toEqual(['blessed']);
});

test('a chart of another commit is no evidence; one of this commit is', () => {
  const chart = (name: string) => ({ measured: { chart: { name, version: VERSION } } });
  const other = chart(`${API}-1-4-0-${COMMITS.other.slice(0, 9)}`);
  expect(withAttempts('chart', other)).toEqual(['not-blessed', 'evidence-bound fail']);
  expect(withAttempts('chart', chart(`${API}-1-4-0-${COMMITS.api.slice(0, 9)}`))).toEqual(['blessed']);
});

test('a light run does not make up for a full one that failed; a full one does', () => {
  const failed = { result: 'failed' } as const;
  expect(withAttempts('unit-tests', failed, { attempt: 2, full: false })).toEqual([
    'not-blessed',
    'stages fail',
  ]);
  expect(withAttempts('unit-tests', failed, { attempt: 2 })).toEqual(['blessed']);
});

test('no tests prove nothing; one test does', () => {
  const run = (passed: number, result: 'passed' | 'unproven') => ({
    ...{ result, ...(result === 'unproven' ? { reasons: ['no test ran'] } : {}) },
    measured: {
      tests: { passed, failed: 0, errored: 0, skipped: 0 },
      coverage: { lines: { covered: 9, total: 10 } },
    },
  });
  expect(withAttempts('unit-tests', run(0, 'unproven'))).toEqual(['unproven', 'stages unproven']);
  expect(withAttempts('unit-tests', run(1, 'passed'))).toEqual(['blessed']);
});

test('a scan with an old database, or one of unknown age, proves nothing; a fresh one does', () => {
  const scan = (databaseAt?: string) => ({ measured: { vulnerabilities: [], databaseAt } });
  const unproven = ['unproven', 'stages unproven', 'gates unproven'];
  expect(withAttempts('image-scan', scan(at('05:00', '2026-01-29')))).toEqual(unproven);
  expect(withAttempts('image-scan', scan())).toEqual(unproven);
  expect(withAttempts('image-scan', scan(at('05:00', '2026-02-01')))).toEqual(['blessed']);
});

test('a report that names neither commit nor digest proves nothing; one that names either does', () => {
  const nothing = { commit: undefined, digest: undefined };
  expect(withAttempts('unit-tests', nothing)).toEqual(['unproven', 'evidence-bound unproven']);
  expect(withAttempts('unit-tests', { ...nothing, digest: DIGESTS.api })).toEqual(['blessed']);
});
