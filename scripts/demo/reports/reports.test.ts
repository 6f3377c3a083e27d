import { expect, test } from 'vitest';
import { READERS, readReport } from '../../parse/report/readers.ts';
import { chart, chartName } from './chart.ts';
import { cobertura, lcov } from './coverage.ts';
import { dockerImage } from './docker-image.ts';
import { grype } from './grype.ts';
import type { SampleImage } from './image.ts';
import { junit } from './junit.ts';
import { k6 } from './k6.ts';
import { githubChecks, jenkins } from './pipeline.ts';
import { ansible, kubeconform } from './playbook.ts';
import { prometheus } from './prometheus.ts';
import type { ReportText } from './report-file.ts';
import { sarif } from './sarif.ts';
import { testResult } from './test-result.ts';
import { trivy, trivyVersion } from './trivy.ts';
import { vulnerabilities } from './vulnerabilities.ts';

const AT = '2026-02-03T10:30:00+00:00';
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const IMAGE: SampleImage = { module: 'api', version: '1.2.3', commit: COMMIT, builtAt: AT };
const STEPS = [{ name: 'Build', minutes: 2 }];
const FILES = [{ path: 'pkg/store.go', covered: 3, total: 4 }];
const LOAD = { metric: 'http_req_duration', median: 90, p95: 210, limit: 400, iterations: 900, failed: 0 };

const REPORTS: [string, ReportText][] = [
  ['junit', junit({ suite: 'api', cases: ['store › store "a" < b & c'], at: AT })],
  ['lcov', lcov(FILES)],
  ['cobertura', cobertura(FILES, AT)],
  ['trivy', trivy(IMAGE, vulnerabilities('101 140'), AT)],
  ['trivy', trivyVersion(AT)],
  ['grype', grype(IMAGE, vulnerabilities('123'), AT, AT)],
  ['sarif', sarif(COMMIT, [{ rule: 'DL3018', level: 'warning', path: 'Dockerfile' }], AT)],
  ['k6', k6(LOAD)],
  ['docker-image', dockerImage(IMAGE)],
  ['helm-chart', chart('api', '1.2', COMMIT)],
  ['jenkins-stages', jenkins(12, STEPS, AT)],
  ['github-checks', githubChecks(COMMIT, STEPS, AT)],
  ['in-toto-test-result', testResult('api', COMMIT, ['pods are ready'])],
  ['playbook', kubeconform(['templates/server.yaml'])],
  ['playbook', ansible('Validate', ['every node is ready'], AT)],
  ['prometheus', prometheus('error_ratio', { api: 0.001 }, AT)],
];

test.each(REPORTS)('%s is read by its reader alone, and nothing in it failed', (format, { name, text }) => {
  const file = { name, bytes: Buffer.from(text) };
  expect(READERS.filter((reader) => reader.recognises(file))).toHaveLength(1);
  expect(readReport(file)).toMatchObject({ format, failures: [] });
});

test('charts are called by the nomenclature', () => {
  expect(chartName('api', '1.6', COMMIT)).toBe('api-1-6-0-012345678');
});
