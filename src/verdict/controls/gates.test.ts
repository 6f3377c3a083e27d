import { describe, expect, test } from 'vitest';
import type { PolicyInput, StageReportInput } from '../../records/index.ts';
import type { Dossier } from '../dossier.ts';
import {
  API,
  allReports,
  at,
  dossier,
  EMERGENCY,
  LEAD,
  opening,
  policy,
  report,
  WEB,
} from '../testing/index.ts';
import { gates } from './gates.ts';

type GateInput = NonNullable<PolicyInput['gates']>[number];

const LOAD: GateInput = { id: 'load', stage: 'load', metric: 'latency', operator: '<=', limit: 500 };
const gate = (more: Partial<GateInput>): GateInput => ({ ...LOAD, ...more });

function examine(
  given: GateInput,
  measured: StageReportInput['measured'] | null,
  more: Partial<Dossier> = {},
) {
  const stages = measured === null ? [] : [report('load', null, { measured })];
  return gates.examine(dossier({ policy: policy({ gates: [given] }), stages, ...more }));
}

test('passes where all limits are kept', () => {
  expect(gates.examine(dossier()).result).toBe('pass');
  expect(gates.examine(dossier({ policy: policy({ gates: [] }) })).result).toBe('pass');
});

describe('a metric', () => {
  const tests = { passed: 10, failed: 1, errored: 2, skipped: 3 };
  const lines = { covered: 79_996, total: 100_000 };
  const found = [
    { id: 'CVE-1', severity: 'critical', in: 'zlib' },
    { id: 'CVE-2', severity: 'low', in: 'zlib' },
  ] as const;
  const threshold = (met: boolean | null) => ({ metric: 'p95', limit: '<500', met });
  test.each<[string, string, GateInput['operator'], number, StageReportInput['measured']]>([
    ['pass', 'latency', '<=', 500, { figures: { latency: 500 } }],
    ['fail', 'latency', '<', 500, { figures: { latency: 500 } }],
    ['fail', 'latency', '>', 500, { figures: { latency: 500 } }],
    ['pass', 'latency', '=', 500, { figures: { latency: 500 } }],
    ['unproven', 'latency', '<=', 500, {}],
    ['pass', 'tests.passed', '=', 10, { tests }],
    ['pass', 'tests.failed', '=', 1, { tests }],
    ['pass', 'tests.errored', '=', 2, { tests }],
    ['pass', 'tests.skipped', '=', 3, { tests }],
    ['pass', 'tests.total', '=', 16, { tests }],
    ['unproven', 'tests.flaky', '=', 0, { tests }],
    ['unproven', 'tests.failed', '=', 0, {}],
    ['unproven', 'tests.failed', '=', 0, { tests: { passed: 0, failed: 0, errored: 0, skipped: 9 } }],
    ['unproven', 'tests.failed', '=', 0, { figures: { 'tests.failed': 0 } }],
    ['fail', 'coverage.lines', '>=', 80, { coverage: { lines } }],
    ['pass', 'coverage.lines', '>=', 79.99, { coverage: { lines } }],
    ['pass', 'coverage.branches', '>=', 50, { coverage: { lines, branches: { covered: 1, total: 2 } } }],
    ['unproven', 'coverage.branches', '>=', 50, { coverage: { lines } }],
    ['unproven', 'coverage.lines', '>=', 0, { coverage: { lines: { covered: 0, total: 0 } } }],
    ['fail', 'vulnerabilities.critical', '=', 0, { vulnerabilities: [...found] }],
    ['pass', 'vulnerabilities.high', '=', 0, { vulnerabilities: [...found] }],
    ['pass', 'vulnerabilities.total', '=', 2, { vulnerabilities: [...found] }],
    ['unproven', 'vulnerabilities.horrible', '=', 0, { vulnerabilities: [...found] }],
    ['unproven', 'vulnerabilities.critical', '=', 0, {}],
    ['pass', 'thresholds.missed', '=', 0, { thresholds: [threshold(true)] }],
    ['fail', 'thresholds.missed', '=', 0, { thresholds: [threshold(false)] }],
    ['unproven', 'thresholds.missed', '=', 0, { thresholds: [threshold(true), threshold(null)] }],
    ['unproven', 'thresholds.missed', '=', 0, { thresholds: [] }],
  ])('%s: %s %s %d in %j', (result, metric, operator, limit, measured) => {
    expect(examine(gate({ metric, operator, limit }), measured).result).toBe(result);
  });

  test('is told with the limit, its reason and whoever answers for it', () => {
    const given = gate({
      metric: 'coverage.lines',
      operator: '>=',
      limit: 80,
      manager: 'dana-ito',
      because: 'as last year',
    });
    expect(examine(given, { coverage: { lines } }).reasons[0]?.text).toBe(
      'gate load, coverage.lines >= 80 (as last year): load has 79.99 % (79996 of 100000 lines); dana-ito answers for it',
    );
  });
});

test('a report that is missing proves nothing, a part of a run neither', () => {
  expect(examine(LOAD, null).result).toBe('unproven');
  const stages = [report('load', null, { full: false, measured: { figures: { latency: 1 } } })];
  expect(examine(LOAD, null, { stages }).result).toBe('unproven');
});

describe('for modules', () => {
  const latency = (value: number) => ({ measured: { figures: { latency: value } } });
  test('is held against each that has the stage', () => {
    const stages = [report('load', LEAD, latency(100)), report('load', API, latency(900))];
    expect(examine(LOAD, null, { stages })).toMatchObject({
      result: 'fail',
      reasons: [{ record: stages[1]?.path }],
    });
  });

  test('is held against its own only, or the whole where that has none', () => {
    const stages = [
      report('load', LEAD, latency(100)),
      report('load', API, latency(900)),
      report('load', null, latency(900)),
    ];
    expect(examine(gate({ module: LEAD }), null, { stages }).result).toBe('pass');
    expect(examine(gate({ module: LEAD }), null, { stages: stages.slice(1) }).result).toBe('fail');
  });

  test('is not held against one that stands still', () => {
    expect(examine(gate({ module: WEB }), null).result).toBe('pass');
    expect(examine(LOAD, null, { stages: [report('load', WEB, latency(900))] }).result).toBe('unproven');
  });
});

test('gates of words on features stop no release', () => {
  expect(examine(gate({ guards: 'stable' }), null).result).toBe('pass');
});

test('an emergency is not held to what it leaves out, but to what it has', () => {
  const urgent = { opening: opening({ emergency: EMERGENCY }) };
  expect(examine(LOAD, null, urgent).result).toBe('pass');
  expect(examine(LOAD, { figures: { latency: 900 } }, urgent).result).toBe('fail');
  expect(examine(gate({ stage: 'build' }), null, urgent).result).toBe('unproven');
});

test('a scan that is old, or of unknown age, counts no vulnerabilities', () => {
  const scan = (databaseAt?: string) =>
    report('image-scan', API, { attempt: 2, measured: { vulnerabilities: [], databaseAt } });
  const result = (databaseAt?: string) =>
    gates.examine(dossier({ stages: [...allReports(), scan(databaseAt)] })).result;
  expect(result(at('01:00'))).toBe('pass');
  expect(result(at('01:00', '2026-01-01'))).toBe('unproven');
  expect(result()).toBe('unproven');
});
