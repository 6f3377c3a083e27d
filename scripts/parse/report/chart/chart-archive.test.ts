import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ReportFile } from '../parsed-report.ts';
import { faultOf } from '../report-fixture.ts';
import { type Entry, packaged, tarOf } from './chart-fixture.ts';
import { helmChartReader } from './helm-chart.ts';

const CHART = 'apiVersion: v2\nname: api\nversion: 1.2.3\n';
const chartOf = (file: ReportFile) => helmChartReader.parse(file).measured.chart;

test('an archive that was cut off before it was packed is refused', async () => {
  const tar = await tarOf([{ name: 'api/Chart.yaml', text: CHART }]);
  for (const length of [100, 512, 700, 1024]) {
    const bytes = new Uint8Array(gzipSync(tar.subarray(0, length)));
    expect(faultOf(() => helmChartReader.parse({ name: 'a.tgz', bytes })).message).toContain('cut off');
  }
});

test.each<[string, Entry[], string]>([
  ['a path out of it', [{ name: '../api/Chart.yaml', text: CHART }], 'outside of itself'],
  ['a path out of it in the middle', [{ name: 'api/../../Chart.yaml', text: CHART }], 'outside of itself'],
  ['an absolute path', [{ name: '/api/Chart.yaml', text: CHART }], 'outside of itself'],
  ['a path of Windows', [{ name: 'api\\..\\..\\Chart.yaml', text: CHART }], 'outside of itself'],
  ['a link for its Chart.yaml', [{ name: 'api/Chart.yaml', type: 'symlink' }], 'holds no chart'],
  ['only charts in charts/', [{ name: 'api/charts/b/Chart.yaml', text: CHART }], 'holds no chart'],
  [
    'two charts',
    [
      { name: 'a/Chart.yaml', text: CHART },
      { name: 'b/Chart.yaml', text: CHART },
    ],
    'holds 2 charts',
  ],
  [
    'one chart twice',
    [
      { name: 'a/Chart.yaml', text: CHART },
      { name: 'a/Chart.yaml', text: CHART },
    ],
    'holds 2 charts',
  ],
])('an archive with %s is refused', async (_, entries, what) => {
  const file = await packaged(entries);
  expect(faultOf(() => helmChartReader.parse(file)).message).toContain(what);
});

test('an archive that unpacks to very much is refused before it is unpacked', () => {
  const bytes = new Uint8Array(gzipSync(Buffer.alloc(101 * 1024 * 1024)));
  expect(bytes.length).toBeLessThan(200_000);
  expect(faultOf(() => helmChartReader.parse({ name: 'bomb.tgz', bytes })).message).toContain(
    'when it is unpacked',
  );
});

test('a damaged header is refused', async () => {
  const tar = await tarOf([{ name: 'api/Chart.yaml', text: CHART }]);
  tar[0] = 0x62;
  const bytes = new Uint8Array(gzipSync(tar));
  expect(faultOf(() => helmChartReader.parse({ name: 'a.tgz', bytes })).message).toContain('checksum');
});

test('long names and names with "./" before them are found', async () => {
  const long = 'x'.repeat(150);
  expect(chartOf(await packaged([{ name: `${long}/Chart.yaml`, text: CHART }]))?.name).toBe('api');
  expect(chartOf(await packaged([{ name: './api/Chart.yaml', text: CHART }]))?.name).toBe('api');
});
