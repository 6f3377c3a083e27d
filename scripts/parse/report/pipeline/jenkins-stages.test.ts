import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { jenkinsStagesReader } from './jenkins-stages.ts';

const START = Date.UTC(2026, 1, 3, 10, 30, 0, 950);
const stage = {
  id: '6',
  name: 'Build image',
  status: 'SUCCESS',
  startTimeMillis: START,
  durationMillis: 10_247,
};
const run = {
  _links: { self: { href: '/job/api/12/wfapi/describe' } },
  id: '12',
  name: '#12',
  status: 'SUCCESS',
  startTimeMillis: START,
  endTimeMillis: START + 55_971,
  durationMillis: 55_971,
  stages: [stage],
};

const parsed = (value: unknown) => jenkinsStagesReader.parse(fileOf(value));

test('a run with its stages', () => {
  const skipped = { name: 'Deploy', status: 'NOT_EXECUTED', startTimeMillis: 0, durationMillis: 0 };
  expect(parsed({ ...run, stages: [stage, skipped] })).toEqual({
    format: 'jenkins-stages',
    tool: 'Jenkins',
    ranAt: '2026-02-03T10:30:00+00:00',
    measured: {
      steps: [
        { name: 'Build image', result: 'passed', at: '2026-02-03T10:30:00+00:00', seconds: 10.247 },
        { name: 'Deploy', result: 'skipped' },
      ],
    },
    failures: [],
    doubts: [],
  });
});

test('a run that was cut off at any byte is refused', () =>
  expectEveryCutRefused(jenkinsStagesReader, fileOf(run)));

test.each([
  ['SUCCESS', 'passed', [], []],
  ['FAILED', 'failed', ['"Build image" failed'], []],
  ['UNSTABLE', 'failed', ['"Build image" failed'], []],
  ['ABORTED', 'failed', ['"Build image" failed'], []],
  ['NOT_EXECUTED', 'skipped', [], ['nothing ran: every step was skipped']],
  ['IN_PROGRESS', 'running', [], ['"Build image" is not over']],
  ['PAUSED_PENDING_INPUT', 'running', [], ['"Build image" is not over']],
  ['SOMETHING_NEW', 'unknown', [], ['it is not clear how "Build image" ended']],
  ['', 'unknown', [], ['it is not clear how "Build image" ended']],
])('a stage that is %j', (status, result, failures, doubts) => {
  const report = parsed({ ...run, stages: [{ ...stage, status }] });
  expect(report.measured.steps?.[0]?.result).toBe(result);
  expect(report).toMatchObject({ failures, doubts });
});

test('a run may fail when all of its stages passed, and be unfinished', () => {
  expect(parsed({ ...run, status: 'FAILED' }).failures).toEqual(['the run itself is FAILED']);
  expect(parsed({ ...run, status: 'IN_PROGRESS' }).doubts).toEqual(['the run itself is IN_PROGRESS']);
  expect(parsed({ ...run, status: null }).doubts).toEqual(['the run itself is of no known status']);
});

test('a run without stages ran nothing', () => {
  expect(parsed({ ...run, stages: [] }).doubts).toEqual(['nothing ran: there are no steps']);
});

test('a list of one run is that run, of several it is refused', () => {
  expect(parsed([run])).toEqual(parsed(run));
  expect(faultOf(() => parsed([run, run])).hint).toContain('/wfapi/describe');
  faultOf(() => parsed([]));
});
