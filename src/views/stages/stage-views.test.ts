import { describe, expect, test } from 'vitest';
import { parseChartName } from '../../history/chart-name.ts';
import { evidenceName, servedName } from '../../history/evidence-name.ts';
import type { Vulnerability } from '../../records/stage-report.ts';
import { stageRuns } from '../../verdict/stage-runs.ts';
import { API, allReports, COMMITS, DIGESTS, dossier, LEAD, report } from '../../verdict/testing/index.ts';
import { changeText, figureChange, percentText, sizeText } from './amounts.ts';
import { measuredInShort } from './measured-in-short.ts';
import { scanChanges } from './scan-changes.ts';
import { gridParts, type StageCell, shortGrid, stageGrid } from './stage-grid.ts';
import { stagePageView } from './stage-page.ts';
import { thresholdFigure, thresholdParts } from './threshold-figure.ts';

function cellOf(stage: string, module: string | null, stages = allReports()): StageCell | undefined {
  const grid = stageGrid(dossier({ stages }));
  return grid.rows.find((row) => row.stage === stage)?.cells[grid.columns.indexOf(module)];
}

function pageOf(stages: ReturnType<typeof allReports>, before: Parameters<typeof stagePageView>[2] = null) {
  const [run] = stageRuns(stages);
  if (run === undefined) throw new Error('no run');
  return stagePageView(run, dossier({ stages }), before, () => null);
}

describe('the grid', () => {
  test('has stages in their order and a column for each module that moved', () => {
    const grid = stageGrid(dossier());
    expect(grid.columns).toEqual([LEAD, API, null]);
    expect(grid.rows.map(({ number }) => number)).toEqual(['2', '3a', '3b', '4', '7']);
    expect(grid.still).toEqual(['lantern-web']);
  });

  test('tells a stage without a report from one that stands for all modules', () => {
    expect(cellOf('push', API, [report('build', API)])?.state).toBe('missing');
    expect(cellOf('integration', API)?.state).toBe('whole');
    expect(cellOf('build', null)?.state).toBe('apart');
  });

  test('counts the latest full attempt and says how many there were', () => {
    const stages = [
      report('build', API, { result: 'failed' }),
      report('build', API, { attempt: 2 }),
      report('build', API, { attempt: 3, full: false }),
    ];
    expect(cellOf('build', API, stages)).toMatchObject({ state: 'passed', attempt: 'attempt 2 of 3' });
  });

  test('never takes a run of a part for the stage', () => {
    expect(cellOf('build', API, [report('build', API, { full: false })])?.state).toBe('part');
  });

  test('marks a report that is of something else than what ships', () => {
    const stages = [report('unit-tests', API, { commit: COMMITS.other })];
    expect(cellOf('unit-tests', API, stages)).toMatchObject({
      state: 'passed',
      binding: { text: 'of something else' },
    });
  });

  test('does not believe a scan of a database of unknown age', () => {
    const stages = [report('image-scan', API, { measured: { vulnerabilities: [] } })];
    expect(cellOf('image-scan', API, stages)?.state).toBe('unproven');
  });

  test('keeps the columns that need eyes where there is no room for all', () => {
    const base = stageGrid(dossier());
    const [row] = base.rows;
    const fine = row?.cells[0] as StageCell;
    const cells = Array.from({ length: 30 }, (_, index) =>
      index === 20 ? { ...fine, state: 'failed' as const } : fine,
    );
    const columns = cells.map((_, index) => `module-${index}`);
    const wide = { ...base, columns, rows: [{ ...base.rows[0], cells } as (typeof base.rows)[number]] };
    const short = shortGrid(wide);
    expect(short).toMatchObject({ whole: false, grid: { columns: expect.arrayContaining(['module-20']) } });
    expect(gridParts(wide).flatMap((part) => part.columns)).toEqual(columns);
    expect(shortGrid(base).whole).toBe(true);
  });
});

describe('a stage’s page', () => {
  test('tells how many test cases came and went', () => {
    const cases = { since: '1.3.2', added: ['a › b'], removed: [] };
    const page = pageOf([report('unit-tests', API, { cases })]);
    const tests = page.blocks.find(({ id }) => id === 'tests');
    expect(tests?.sentences).toEqual(['Since 1.3.2: 1 test case added, 0 removed.']);
    expect(tests?.lists).toEqual([{ name: '1 test case added', lines: ['a › b'] }]);
  });

  test('sets coverage beside that of the previous release', () => {
    const past = report('unit-tests', API, {
      measured: { coverage: { lines: { covered: 800, total: 1000 } } },
    });
    const page = pageOf([report('unit-tests', API)], { version: '1.3.2', report: past.data });
    const [row] = page.blocks.find(({ id }) => id === 'coverage')?.tables[0]?.rows ?? [];
    expect(row?.flat().map((part) => 'text' in part && part.text)).toEqual([
      'lines',
      '850 of 1,000',
      '85.00 %',
      '80.00 %',
      '+5.00',
    ]);
  });

  test('holds the limits of the policy against it, and tells which guard only a word', () => {
    const page = pageOf([report('unit-tests', API)]);
    expect(page.gates).toMatchObject([{ mark: { text: 'kept' }, word: null }]);
  });

  test('shows the attempt that counts with those around it, and all others as lines', () => {
    const stages = Array.from({ length: 9 }, (_, index) =>
      report('build', API, { attempt: index + 1, full: index === 0 }),
    );
    const page = pageOf(stages);
    expect(page.attempts.map(({ title }) => title)).toEqual([
      'Attempt 9',
      'Attempt 8',
      'Attempt 7',
      'Attempt 6',
      'Attempt 1',
    ]);
    expect(page.earlier.length).toBe(4);
    expect(page.attempts.find(({ counts }) => counts)?.title).toBe('Attempt 1');
  });

  test('takes a chart’s name apart and compares it with the commit', () => {
    const chart = { name: `${API}-1-4-0-ffffff1`, version: '1.4.0' };
    const page = pageOf([report('chart', API, { measured: { chart } })]);
    const facts = JSON.stringify(page.blocks.find(({ id }) => id === 'chart')?.facts);
    expect(facts).toContain('the same');
    expect(facts).toContain('not the commit of the report');
  });
});

test('a finding is the same where its id and what has it are', () => {
  const one = (id: string, where: string): Vulnerability => ({ id, severity: 'high', in: where });
  const changes = scanChanges([one('A', 'zlib'), one('B', 'curl')], [one('A', 'zlib'), one('B', 'musl')]);
  expect(changes.still.map(({ id }) => id)).toEqual(['A']);
  expect(changes.fresh).toEqual([one('B', 'curl')]);
  expect(changes.fixed).toEqual([one('B', 'musl')]);
});

test.each([
  ['maya-api-1-12-3-9f2c1ab', { module: 'maya-api', version: '1.12.3', sha: '9f2c1ab' }],
  ['maya-2-1-2-3-9f2c1ab', { module: 'maya-2', version: '1.2.3', sha: '9f2c1ab' }],
  ['maya-api', null],
  ['maya-1-2-9f2c1ab', null],
])('the chart name %s', (name, parts) => {
  expect(parseChartName(name)).toEqual(parts);
});

test.each([
  ['p(95)<500', { figure: 'd.p95', limit: 500 }],
  ['p(99.9) <= 1.5', { figure: 'd.p99.9', limit: 1.5 }],
  ['rate>0.99', { figure: 'd.rate', limit: 0.99 }],
  ['something else', null],
])('the limit %s', (limit, parts) => {
  expect(thresholdParts({ metric: 'd', limit, met: true })).toEqual(parts);
});

test('a limit without its figure has none', () => {
  expect(thresholdFigure({ metric: 'd', limit: 'avg<1', met: null }, { 'd.max': 1 })).toBeNull();
});

test('a limit is never reached by rounding', () => {
  expect(percentText({ covered: 79_999, total: 100_000 })).toBe('79.99 %');
  expect(percentText({ covered: 0, total: 0 })).toBe('–');
});

test('amounts are told with sign and unit', () => {
  expect([changeText(-3), changeText(0.001, 2), changeText(1200)]).toEqual(['−3', '±0', '+1,200']);
  expect([figureChange(0.0004), figureChange(-76), figureChange(0)]).toEqual(['+0.0004', '−76', '±0']);
  expect([sizeText(999), sizeText(84_250_000), sizeText(0)]).toEqual(['999 B', '84.3 MB', '0 B']);
});

test('what was measured fits into a cell', () => {
  expect(measuredInShort({ tests: { passed: 3, failed: 1, errored: 0, skipped: 2 } })).toEqual([
    '3 of 4 tests',
  ]);
  expect(measuredInShort({ tests: { passed: 0, failed: 0, errored: 0, skipped: 2 } })).toEqual([
    'no test ran',
  ]);
  expect(measuredInShort({ image: { digests: [DIGESTS.api], size: 1_000_000 } })).toEqual([
    'sha256:b1b1b1b1b1b1',
    '1.0 MB',
  ]);
  expect(measuredInShort({})).toEqual([]);
});

test('evidence is served as text that runs nowhere', () => {
  const file = evidenceName({ digest: DIGESTS.api, name: 'Report.HTML' });
  expect(servedName(file)).toMatch(/^[0-9a-f]{64}\.html\.txt$/);
  expect(servedName('a.tgz')).toBe('a.tgz');
  expect(evidenceName({ digest: DIGESTS.api, name: 'x/../y z' })).toMatch(/^[0-9a-f]{64}$/);
});
