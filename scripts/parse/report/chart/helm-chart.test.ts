import { expect, test } from 'vitest';
import type { ReportFile } from '../parsed-report.ts';
import { faultOf, fileOf } from '../report-fixture.ts';
import { packaged } from './chart-fixture.ts';
import { helmChartReader } from './helm-chart.ts';

const yaml = (text: string, name = 'Chart.yaml') => helmChartReader.parse(fileOf(text, name));
const chartOf = (file: ReportFile) => helmChartReader.parse(file).measured.chart;

const CHART = `# A chart.
apiVersion: v2
name: api
version: 1.10
appVersion: 0123456
dependencies:
  - name: kafka
    version: ^0.40.0
    repository: https://charts.example.org
    condition: kafka.enabled
  - { name: redis, version: 18.1.0, repository: "file://../redis" }
`;
const LOCK = `dependencies:
- name: kafka
  version: 0.45.1
  repository: https://charts.example.org
- name: redis
  version: 18.1.0
digest: sha256:${'a'.repeat(64)}
generated: "2026-02-03T10:30:00Z"
`;

test('a Chart.yaml alone: versions are the text that stands there', () => {
  expect(yaml(CHART)).toEqual({
    format: 'helm-chart',
    measured: {
      chart: {
        name: 'api',
        version: '1.10',
        appVersion: '0123456',
        dependencies: [
          { name: 'kafka', version: '^0.40.0', repository: 'https://charts.example.org' },
          { name: 'redis', version: '18.1.0', repository: 'file://../redis' },
        ],
      },
    },
    failures: [],
    doubts: ['which version of kafka it is, is not clear: ^0.40.0 is a range'],
  });
});

test.each(['1234567', '12e4567', '0o17', '1_000', '0x1F', '.inf', '1.0', 'true', '2026-02-03', '+1', '~'])(
  'the version %s stays as it is',
  (version) =>
    expect(yaml(`apiVersion: v2\nname: api\nversion: ${version}\n`).measured.chart?.version).toBe(version),
);

test('a packaged chart has the versions of its lock file, and what lies in it counts first', async () => {
  const entries = [
    { name: 'api/Chart.yaml', text: CHART },
    { name: 'api/Chart.lock', text: LOCK },
    { name: 'api/values.yaml', text: 'a: 1\n' },
  ];
  const redis = {
    name: 'api/charts/redis/Chart.yaml',
    text: 'apiVersion: v1\nname: redis\nversion: 18.1.0\n',
  };
  // A chart within a chart is not this chart's own dependency.
  const deep = {
    name: 'api/charts/redis/charts/kafka/Chart.yaml',
    text: 'apiVersion: v1\nname: kafka\nversion: 9.9.9\n',
  };
  const file = await packaged([...entries, redis, deep]);
  expect(helmChartReader.recognises(file)).toBe(true);
  expect(chartOf(file)?.dependencies).toEqual([
    { name: 'kafka', version: '0.45.1', repository: 'https://charts.example.org' },
    { name: 'redis', version: '18.1.0', repository: 'file://../redis' },
  ]);
  expect(helmChartReader.parse(file).doubts).toEqual([]);
});

test.each([
  [
    'the package holds another version than the lock file',
    LOCK.replace('18.1.0', '18.1.1'),
    '18.1.0 in the package and 18.1.1',
  ],
  [
    'the lock file another than was asked for',
    LOCK.replace('18.1.0', '18.2.0'),
    'asked for as 18.1.0 and locked as 18.2.0',
  ],
  ['the lock file lacks one', LOCK.replace('kafka', 'kafkas'), 'the lock file does not name kafka'],
])('%s: a doubt', async (_, lock, doubt) => {
  const redis = { name: 'api/charts/redis/Chart.yaml', text: 'name: redis\nversion: 18.1.0\n' };
  const entries = [{ name: 'api/Chart.yaml', text: CHART }, { name: 'api/Chart.lock', text: lock }, redis];
  expect(helmChartReader.parse(await packaged(entries)).doubts.join('\n')).toContain(doubt);
});

test('a chart of apiVersion v1 has its dependencies in a file of their own', async () => {
  const text = 'apiVersion: v1\nname: old\nversion: 0.1.0\n';
  const requirements = 'dependencies:\n- name: redis\n  version: 3.0.1\n';
  const chart = { name: 'old/Chart.yaml', text };
  const file = await packaged([chart, { name: 'old/requirements.yaml', text: requirements }]);
  expect(chartOf(file)?.dependencies).toEqual([{ name: 'redis', version: '3.0.1' }]);
  expect(chartOf(await packaged([chart]))?.dependencies).toEqual([]);
  // Beside a Chart.yaml alone they may be there or not.
  expect(yaml(text).measured.chart?.dependencies).toBeUndefined();
});

test('a dependency without a version is a doubt', () => {
  const report = yaml('apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n- name: b\n');
  expect(report.measured.chart?.dependencies).toEqual([]);
  expect(report.doubts).toEqual(['the version of b is not said']);
});

test('a packaged chart that was cut off at any byte is refused', async () => {
  const { name, bytes } = await packaged([{ name: 'api/Chart.yaml', text: CHART }]);
  for (let length = 0; length < bytes.length; length += 1) {
    const cut = { name, bytes: bytes.subarray(0, length) };
    expect(typeof helmChartReader.recognises(cut)).toBe('boolean');
    faultOf(() => helmChartReader.parse(cut));
  }
});

test('a Chart.yaml that was cut off is a Fault, a doubt, or whole in what is read', () => {
  const whole = yaml(CHART).measured.chart;
  for (let length = 0; length < CHART.length; length += 1) {
    let report: ReturnType<typeof yaml>;
    try {
      report = yaml(CHART.slice(0, length));
    } catch {
      faultOf(() => yaml(CHART.slice(0, length)));
      continue;
    }
    const { name, version } = report.measured.chart ?? {};
    if (report.doubts.length === 0)
      expect({ name, version }).toEqual({ name: whole?.name, version: whole?.version });
  }
});

test.each([
  ['name: a\nversion: 1\nname: b\n', 3, undefined],
  ['apiVersion: v2\nname: a\n', 1, 'version'],
  ['apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies:\n- name: b\n- nam: c\n', 6, 'dependencies.1.name'],
  ['apiVersion: v3\nname: a\nversion: 1.0.0\n', 1, 'apiVersion'],
  ['apiVersion: v2\nname: [a\nversion: 1.0.0\n', 2, undefined],
  ['apiVersion: v2\nname: a\nversion: 1.0.0\n---\nname: b\n', 4, undefined],
  ['apiVersion: v2\nname: a\nversion: 1\0.0\n', 3, undefined],
])('%j is refused with its line', (text, line, field) => {
  const { place } = faultOf(() => yaml(text));
  expect(place?.file).toBe('Chart.yaml');
  expect(place?.field).toBe(field);
  expect([line, line + 1]).toContain(place?.line);
});

test('deep nesting and aliases by the thousand are Faults', () => {
  faultOf(() => yaml(`apiVersion: v2\nname: a\nversion: ${'['.repeat(50_000)}\n`));
  const levels = Array.from(
    { length: 30 },
    (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]\n`,
  );
  faultOf(() => yaml(`apiVersion: v2\nname: a\nversion: 1.0.0\nl0: &l0 [x]\n${levels.join('')}`));
});

test('a list of dependencies alone names no chart', () => {
  const file = fileOf(LOCK, 'Chart.lock');
  expect(helmChartReader.recognises(file)).toBe(true);
  expect(faultOf(() => helmChartReader.parse(file)).hint).toContain('packaged chart');
});

test.each([
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nname: b\nversion: c\n',
  'name: a\nversion: 1\n',
  '{"apiVersion": "v2", "name": "a", "version": "1"}',
  '<chart/>',
  '',
  '\u001f\u008b',
])('%j is no chart', (text) => expect(helmChartReader.recognises(fileOf(text, 'a.yaml'))).toBe(false));
