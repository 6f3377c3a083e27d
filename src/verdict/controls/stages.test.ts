import { describe, expect, test } from 'vitest';
import type { PolicyInput, StageReportInput } from '../../records/index.ts';
import type { Dossier } from '../dossier.ts';
import {
  API,
  allReports,
  at,
  COMMITS,
  dossier,
  EMERGENCY,
  LEAD,
  module,
  opening,
  policy,
  release,
  report,
  WEB,
} from '../testing/index.ts';
import { stages } from './stages.ts';

const examine = (more: Partial<Dossier> = {}) => stages.examine(dossier(more));
const withReports = (...reports: ReturnType<typeof report>[]) =>
  examine({ stages: [...allReports(), ...reports] });
const tests = (more: Partial<StageReportInput>) => report('unit-tests', API, more);

test('passes where each module that moved passed each stage', () => {
  expect(examine().result).toBe('pass');
});

test('a stage without a report is unproven, and named', () => {
  const given = allReports().filter(({ data }) => !(data.stage === 'push' && data.module === API));
  expect(examine({ stages: given })).toEqual({
    result: 'unproven',
    reasons: [{ text: 'stage 4 (Push image) of lantern-api has no report', record: null }],
  });
});

test('a module that stands still needs none, unless it is all there is', () => {
  expect(examine({ stages: allReports().filter(({ data }) => data.module !== WEB) }).result).toBe('pass');
  const still = [module(LEAD, COMMITS.release, 0), module(API, COMMITS.api, 0)];
  const reports = allReports().filter(({ data }) => data.module !== LEAD);
  expect(examine({ release: release({ modules: still }), stages: reports }).result).toBe('unproven');
});

test('a run of the whole release stands for modules without their own, and counts beside those', () => {
  const whole = (more: Partial<StageReportInput> = {}) => report('push', null, more);
  const without = allReports().filter(({ data }) => data.stage !== 'push');
  expect(examine({ stages: [...without, whole()] }).result).toBe('pass');
  expect(withReports(whole({ result: 'failed' })).result).toBe('fail');
});

test('a part of a run is as good as none, and told', () => {
  const part = report('push', API, { full: false });
  const others = allReports().filter(({ data }) => !(data.stage === 'push' && data.module === API));
  expect(examine({ stages: [...others, part] })).toEqual({
    result: 'unproven',
    reasons: [
      {
        text: 'stage 4 (Push image) of lantern-api has no full run, only 1 run of a part',
        record: part.path,
      },
    ],
  });
  expect(withReports(report('integration', API, { full: false })).result).toBe('pass');
});

describe('attempts', () => {
  test.each<[string, Partial<StageReportInput>[]]>([
    ['pass', [{ result: 'failed' }, { attempt: 2 }]],
    ['fail', [{}, { attempt: 2, result: 'failed' }]],
    ['unproven', [{}, { attempt: 2, result: 'unproven' }]],
    ['fail', [{ result: 'failed' }, { attempt: 2, full: false }]],
    ['pass', [{}, { attempt: 2, full: false, result: 'failed' }]],
    ['unproven', [{ full: false }]],
    ['fail', [{}, { result: 'failed' }]],
  ])('%s: %j', (result, attempts) => {
    const others = allReports().filter(({ data }) => !(data.stage === 'unit-tests' && data.module === API));
    expect(examine({ stages: [...others, ...attempts.map(tests)] }).result).toBe(result);
    expect(examine({ stages: [...attempts.map(tests).reverse(), ...others] }).result).toBe(result);
  });

  test('a later run of a part is told', () => {
    const { reasons } = withReports(tests({ attempt: 2, full: false }));
    expect(reasons.map(({ text }) => text)).toContain(
      'unit-tests of lantern-api: attempt 1 of 2026-02-03T06:00:00+00:00 passed (1 later run of a part only)',
    );
  });

  test('says why an attempt failed', () => {
    const { reasons } = withReports(tests({ attempt: 2, result: 'failed', reasons: ['2 tests failed'] }));
    expect(reasons[0]?.text).toBe(
      'unit-tests of lantern-api: attempt 2 of 2026-02-03T06:00:00+00:00 failed: 2 tests failed',
    );
  });
});

describe('what the policy asks for', () => {
  const asked = (given: PolicyInput['stages']) => ({ policy: policy({ stages: given }) });
  test('by kind of release, else by default', () => {
    expect(examine(asked({ minor: ['load'], default: ['build'] })).result).toBe('unproven');
    expect(examine(asked({ major: ['load'], default: ['build'] })).result).toBe('pass');
  });

  test('nothing, said or unsaid', () => {
    expect(examine(asked({ minor: [] })).result).toBe('pass');
    expect(examine(asked({ major: ['build'] })).result).toBe('unproven');
  });

  test('of an emergency, what even that needs', () => {
    const few = allReports().filter(({ data }) => ['build', 'unit-tests', 'push'].includes(data.stage));
    const urgent = { stages: few, opening: opening({ emergency: EMERGENCY }) };
    expect(examine(urgent).result).toBe('pass');
    expect(examine({ stages: few }).result).toBe('unproven');
    expect(examine({ ...urgent, stages: few.filter(({ data }) => data.stage !== 'push') }).result).toBe(
      'unproven',
    );
  });
});

test.each<[string, string | undefined]>([
  ['pass', at('06:00')],
  ['pass', at('06:00', '2026-01-29')],
  ['unproven', at('05:59', '2026-01-29')],
  ['unproven', at('06:01')],
  ['unproven', undefined],
])('%s: a scan with a database of %s', (result, databaseAt) => {
  const scan = report('image-scan', API, { attempt: 2, measured: { vulnerabilities: [], databaseAt } });
  expect(withReports(scan).result).toBe(result);
});
