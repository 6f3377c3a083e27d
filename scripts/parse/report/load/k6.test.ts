import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { k6Reader } from './k6.ts';

const check = { name: 'status is 200', path: '::status is 200', id: '1', passes: 4, fails: 0 };
const state = { isStdOutTTY: false, testRunDurationMs: 1_000 };

/** What `handleSummary(data)` gets. */
const handled = {
  root_group: {
    name: '',
    groups: [{ name: 'login', groups: [], checks: [check] }],
    checks: [{ ...check, passes: 1 }],
  },
  options: { summaryTrendStats: ['avg', 'p(95)'] },
  state,
  metrics: {
    iterations: { type: 'counter', contains: 'default', values: { count: 5, rate: 5 } },
    checks: { type: 'rate', contains: 'default', values: { rate: 1, passes: 5, fails: 0 } },
    'http_req_duration{expected_response:true}': {
      type: 'trend',
      contains: 'time',
      values: { avg: 100.5, 'p(95)': 400, 'p(99.9)': 900 },
      thresholds: { 'p(95)<500': { ok: true }, 'p(99.9)<500': { ok: false } },
    },
  },
};

/** The same by `--summary-export`, where true means that a threshold FAILED. */
const exported = {
  root_group: {
    name: '',
    groups: { login: { name: 'login', groups: {}, checks: { 'status is 200': check } } },
    checks: { 'status is 200': { ...check, passes: 1 } },
  },
  metrics: {
    iterations: { count: 5, rate: 5 },
    checks: { value: 1, passes: 5, fails: 0 },
    'http_req_duration{expected_response:true}': {
      avg: 100.5,
      'p(95)': 400,
      'p(99.9)': 900,
      thresholds: { 'p(95)<500': false, 'p(99.9)<500': true },
    },
  },
};

/** The machine-readable summary of k6 1.5. */
const machineReadable = {
  version: '1.0.0',
  metadata: { generatedAt: '2026-02-03T16:00:00.123+05:30', k6Version: '1.5.0' },
  config: { execution: 'local', script: 'load.js', duration: 1 },
  results: {
    metrics: [
      { name: 'iterations', type: 'counter', contains: 'default', values: { count: 5 } },
      {
        name: 'http_req_duration',
        type: 'trend',
        contains: 'time',
        values: { avg: 100.5, 'p(95)': 400, med: null },
      },
      {
        name: 'http_req_failed',
        type: 'rate',
        contains: 'default',
        values: { rate: 0.25, matches: 1, total: 4 },
      },
    ],
    checks: { metrics: [], results: [{ name: 'status is 200', passes: 5, fails: 0 }] },
  },
};

const parsed = (summary: unknown) => k6Reader.parse(fileOf(summary));
const METRIC = 'http_req_duration{expected_response:true}';

test.each([
  ['handleSummary', handled],
  ['--summary-export', exported],
])('%s means the same, though its booleans say the opposite', (_, summary) => {
  const report = parsed(summary);
  expect(report.measured.thresholds).toEqual([
    { metric: METRIC, limit: 'p(95)<500', met: true },
    { metric: METRIC, limit: 'p(99.9)<500', met: false },
  ]);
  expect(report.measured.figures).toEqual({
    'iterations.count': 5,
    'iterations.rate': 5,
    'checks.rate': 1,
    'checks.passes': 5,
    'checks.fails': 0,
    [`${METRIC}.avg`]: 100.5,
    [`${METRIC}.p95`]: 400,
    [`${METRIC}.p99.9`]: 900,
  });
  expect(report).toMatchObject({ format: 'k6', tool: 'k6', doubts: [] });
  expect(report.failures).toEqual([`${METRIC} is not within its threshold p(99.9)<500`]);
});

test('the machine-readable summary has a date and figures, and tells no thresholds', () => {
  expect(parsed(machineReadable)).toEqual({
    format: 'k6',
    tool: 'k6 1.5.0',
    ranAt: '2026-02-03T10:30:00+00:00',
    measured: {
      thresholds: [],
      figures: {
        'iterations.count': 5,
        'http_req_duration.avg': 100.5,
        'http_req_duration.p95': 400,
        'http_req_failed.rate': 0.25,
        'http_req_failed.passes': 1,
        'http_req_failed.fails': 3,
      },
    },
    failures: [],
    doubts: ['this form of k6 summary tells no thresholds: export one by handleSummary'],
  });
});

test.each([
  ['handleSummary', handled],
  ['--summary-export', exported],
  ['machine-readable', machineReadable],
])('%s that was cut off at any byte is refused', (_, summary) =>
  expectEveryCutRefused(k6Reader, fileOf(summary)),
);

/** A summary of one metric with one threshold in the form of either dialect. */
const withThreshold = (limit: string, outcome: unknown, values: object, dialect: 'handled' | 'exported') =>
  dialect === 'handled'
    ? {
        state,
        metrics: { iterations: { values: { count: 1 } }, x: { values, thresholds: { [limit]: outcome } } },
      }
    : { metrics: { iterations: { count: 1 }, x: { ...values, thresholds: { [limit]: outcome } } } };

test.each<[string, unknown, 'handled' | 'exported']>([
  ['a boolean where an object is usual', true, 'handled'],
  ['an object without "ok"', {}, 'handled'],
  ['"ok" that is no boolean', { ok: 'true' }, 'handled'],
  ['null', null, 'exported'],
  ['a word', 'passed', 'exported'],
])('%s does not say whether a threshold is met', (_, outcome, dialect) => {
  const report = parsed(withThreshold('odd limit', outcome, { avg: 1 }, dialect));
  expect(report.measured.thresholds).toEqual([{ metric: 'x', limit: 'odd limit', met: null }]);
  expect(report.doubts).toEqual(['it is not clear whether x is within odd limit']);
  expect(report.failures).toEqual([]);
});

test.each<[string, object, boolean | null]>([
  // "false" of --summary-export is met; somebody who had turned it around would write the same.
  ['p(95)<500', { 'p(95)': 400 }, true],
  ['p(95)<500', { 'p(95)': 900 }, null],
  ['p(95) <= 500', { 'p(95)': 900 }, null],
  ['p( 95 )>500', { 'p(95)': 400 }, null],
  ['avg>=500', { avg: 400 }, null],
  ['rate==1.00', { value: 0.5, passes: 1, fails: 1 }, null],
  ['rate===1', { value: 1, passes: 1, fails: 0 }, true],
  ['count!=0', { count: 0 }, null],
  ['count>-1', { count: 0 }, true],
  // k6 looked a moment before the figure was taken.
  ['rate<100', { rate: 100.4 }, true],
  ['p(99)<500', { 'p(95)': 900 }, true],
])('%s with %j is held against its figure', (limit, values, met) => {
  expect(parsed(withThreshold(limit, false, values, 'exported')).measured.thresholds?.[0]?.met).toBe(met);
});

test('a run without iterations ran nothing; without thresholds nothing is judged', () => {
  expect(parsed({ root_group: { checks: [] }, metrics: {} }).doubts).toEqual([
    'nothing ran: there are no iterations',
    'no thresholds were set',
  ]);
  const iterations = { count: 0, rate: 0 };
  expect(parsed({ ...exported, metrics: { ...exported.metrics, iterations } }).doubts).toEqual([
    'nothing ran: there are no iterations',
  ]);
});

test('checks that do not hold are a doubt, unless a threshold judges them', () => {
  const root_group = { checks: [{ name: 'a', passes: 1, fails: 2 }] };
  const checks = { value: 0.33, passes: 1, fails: 2 };
  const iterations = { count: 1 };
  const doubt = 'checks did not hold 2 times, and no threshold judges them';
  expect(parsed({ root_group, metrics: { iterations, checks } }).doubts).toContain(doubt);
  const judged = { ...checks, thresholds: { 'rate>0.9': true } };
  expect(parsed({ root_group, metrics: { iterations, checks: judged } })).toMatchObject({
    failures: ['checks is not within its threshold rate>0.9'],
    doubts: [],
  });
});

test('checks that are counted in two ways are refused', () => {
  const checks = { ...handled.metrics.checks, values: { rate: 0.5, passes: 5, fails: 5 } };
  const fault = faultOf(() => parsed({ ...handled, metrics: { ...handled.metrics, checks } }));
  expect(fault.message).toBe('says 5 fails of checks and lists 0');
});

test('values that another tool wrote as text are refused', () => {
  const metrics = { iterations: { values: '@{count=5; rate=5}' } };
  expect(faultOf(() => parsed({ state, metrics })).place?.field).toBe('metrics.iterations.values');
});
