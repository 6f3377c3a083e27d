import { describe, expect, test } from 'vitest';
import type { CountedRun } from '../../verdict/stage-runs.ts';
import { stageRuns } from '../../verdict/stage-runs.ts';
import { API, policy, report } from '../../verdict/testing/index.ts';
import { linePlot } from './line-plot.ts';
import type { PlotData } from './plot-data.ts';
import { plotTable } from './plot-table.ts';
import { coveragePlot, loadPlots, type MeasuredRelease, securityPlot } from './trends-view.ts';

function release(version: string, ...reports: ReturnType<typeof report>[]): MeasuredRelease {
  return { version, runs: stageRuns(reports) as CountedRun[] };
}

const DATA: PlotData = {
  ...{ id: 'p', title: 'P', description: 'D', unit: 'u', head: 'Release', points: ['1', '2', '3'] },
  series: [
    { name: 'a', values: [1, null, 3] },
    { name: 'b', values: [1, 2, 3] },
    { name: 'none', values: [null, null, null] },
  ],
  limits: [{ label: '<= 5', value: 5 }],
  further: 0,
  fromZero: true,
  format: String,
};

describe('a plot', () => {
  test('marks only what was measured, and draws the line on', () => {
    const [first] = linePlot(DATA).lines;
    expect(first?.marks.map(({ text }) => text)).toEqual(['1, a: 1', '3, a: 3']);
    expect(first?.path.match(/M/g)?.length).toBe(1);
  });

  test('tells lines apart by shape and keeps their names from lying on each other', () => {
    const [first, second] = linePlot(DATA).lines;
    expect(first?.shape).not.toBe(second?.shape);
    expect(Math.abs((first?.label?.y ?? 0) - (second?.label?.y ?? 0))).toBeGreaterThanOrEqual(18);
  });

  test('has no name for a line without values', () => {
    expect(linePlot(DATA).lines[2]).toMatchObject({ path: '', marks: [], label: null });
  });

  test('has its limits in the picture, and stays within it', () => {
    const plot = linePlot(DATA);
    expect(plot.limits[0]?.y).toBeGreaterThan(0);
    for (const { marks } of plot.lines)
      for (const { x, y } of marks) {
        expect(x).toBeLessThanOrEqual(plot.right);
        expect(y).toBeLessThanOrEqual(plot.bottom);
      }
  });

  test('holds where there is one value only', () => {
    const one = { ...DATA, points: ['1'], series: [{ name: 'a', values: [0] }], limits: [] };
    expect(JSON.stringify(linePlot(one))).not.toContain('null,null');
    expect(linePlot({ ...one, fromZero: false }).lines[0]?.marks[0]?.y).toBeGreaterThan(0);
  });

  test('has the same figures in its table, the newest first', () => {
    const { rows } = plotTable(DATA);
    expect(rows[0]).toEqual(['3', '3', '3', '–']);
    expect(rows[1]).toEqual(['2', '–', '2', '–']);
  });
});

describe('trends', () => {
  const load = (p95: number) =>
    report('load', null, {
      measured: {
        thresholds: [{ metric: 'http', limit: 'p(95)<400', met: true }],
        figures: { 'http.p95': p95, 'http.avg': 3 },
      },
    });

  test('show coverage by module with the limit of its gate', () => {
    const plot = coveragePlot([release('1', report('unit-tests', API)), release('2')], policy().data);
    expect(plot).toMatchObject({
      series: [{ name: API, values: [85, null] }],
      limits: [{ label: '>= 80 %', value: 80 }],
    });
  });

  test('show nothing where nothing was measured', () => {
    expect(coveragePlot([release('1', load(1))], null)).toBeNull();
    expect(securityPlot([release('1', load(1))])).toBeNull();
    expect(loadPlots([release('1')], null)).toEqual([]);
  });

  test('count vulnerabilities of all scans, and tell none from not scanned', () => {
    const plot = securityPlot([
      release('1', report('image-scan', API), report('image-scan', 'lantern')),
      release('2'),
    ]);
    expect(plot?.series).toEqual([
      expect.objectContaining({ name: 'critical', values: [0, null] }),
      expect.objectContaining({ name: 'high', values: [0, null] }),
      expect.objectContaining({ name: 'low', values: [2, null] }),
    ]);
  });

  test('show load figures that have a limit', () => {
    const plots = loadPlots([release('1', load(300)), release('2', load(410))], null);
    expect(plots).toMatchObject([
      { title: 'http.p95', series: [{ values: [300, 410] }], limits: [{ value: 400, label: 'p(95)<400' }] },
    ]);
  });

  test('keep the lines that need eyes', () => {
    const runs = Array.from({ length: 9 }, (_, index) =>
      report('unit-tests', `module-${index}`, {
        measured: { coverage: { lines: { covered: 90 - index, total: 100 } } },
      }),
    );
    const plot = coveragePlot([release('1', ...runs)], null);
    expect(plot?.further).toBe(3);
    expect(plot?.series.map(({ name }) => name)).toContain('module-8');
  });
});
