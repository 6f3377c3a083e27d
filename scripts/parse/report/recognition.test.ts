import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { helmChartReader } from './chart/helm-chart.ts';
import { dockerImageReader } from './image/docker-image.ts';
import { k6Reader } from './load/k6.ts';
import type { ReportReader } from './parsed-report.ts';
import { githubChecksReader } from './pipeline/github-checks.ts';
import { jenkinsStagesReader } from './pipeline/jenkins-stages.ts';
import { prometheusReader } from './prometheus/prometheus.ts';
import { fileOf } from './report-fixture.ts';
import { grypeReader } from './scan/grype.ts';
import { sarifReader } from './scan/sarif.ts';
import { trivyReader } from './scan/trivy.ts';
import { trivyVersionReader } from './scan/trivy-version.ts';

const readers: Record<string, ReportReader> = {
  trivy: trivyReader,
  'trivy-version': trivyVersionReader,
  grype: grypeReader,
  sarif: sarifReader,
  k6: k6Reader,
  'docker-image': dockerImageReader,
  'helm-chart': helmChartReader,
  'jenkins-stages': jenkinsStagesReader,
  'github-checks': githubChecksReader,
  prometheus: prometheusReader,
};

test.each<[string, unknown]>([
  ['trivy', { SchemaVersion: 2, ArtifactName: 'a', ArtifactType: 'container_image', Results: [] }],
  // With its keys in order, as other tools write it again.
  ['trivy', { ArtifactName: 'a', ArtifactType: 'x', Metadata: {}, Results: [], SchemaVersion: 2 }],
  ['trivy-version', { Version: '0.68.1', VulnerabilityDB: { UpdatedAt: '2026-02-03T06:00:00Z' } }],
  ['trivy-version', { Version: '0.50.0', PolicyBundle: { Digest: 'sha256:a' } }],
  ['grype', { matches: [{ vulnerability: {}, artifact: {} }] }],
  ['grype', { matches: [], source: {}, descriptor: { name: 'grype' } }],
  ['grype', { matches: null, descriptor: { name: 'grype' } }],
  ['sarif', { version: '2.1.0', runs: [] }],
  ['sarif', { $schema: 'https://example.org/sarif-schema-2.1.0.json', runs: [] }],
  ['sarif', { runs: [{ tool: { driver: { name: 'a' } } }], version: '2.1.0' }],
  ['k6', { root_group: { checks: [] }, metrics: {} }],
  ['k6', { metrics: { vus: { value: 1 } } }],
  ['k6', { metrics: {}, state: { testRunDurationMs: 1 } }],
  ['k6', { version: '1.0.0', metadata: { k6Version: '1.5.0' }, config: {}, results: { metrics: [] } }],
  ['docker-image', [{ Id: 'sha256:a', RepoTags: [] }]],
  ['docker-image', { Id: 'sha256:a', RootFS: {} }],
  ['docker-image', { Digest: 'sha256:a', RepoTags: [], Architecture: 'amd64', Layers: [] }],
  ['helm-chart', 'apiVersion: v2\nname: a\nversion: 1.0.0\n'],
  ['jenkins-stages', { name: '#1', status: 'SUCCESS', durationMillis: 1, stages: [] }],
  ['jenkins-stages', [{ status: 'SUCCESS', durationMillis: 1, stages: [] }]],
  ['github-checks', { total_count: 0, check_runs: [] }],
  ['github-checks', [{ total_count: 0, check_runs: [] }]],
  ['github-checks', { total_count: 0, jobs: [] }],
  ['github-checks', { jobs: [{ conclusion: 'success' }] }],
  ['prometheus', { status: 'success', data: { resultType: 'vector', result: [] } }],
  ['prometheus', { status: 'error', errorType: 'timeout', error: 'a' }],
])('%s is recognised by its own reader alone: %j', (format, content) => {
  const file = fileOf(content, 'report');
  const by = Object.keys(readers).filter((name) => readers[name]?.recognises(file));
  expect(by).toEqual([format]);
});

const others: unknown[] = [
  '',
  ' ',
  '[]',
  '{}',
  'null',
  '"trivy"',
  '<?xml version="1.0"?><testsuites/>',
  'TN:\nSF:a.ts\nend_of_record\n',
  '- hosts: all\n',
  { _type: 'https://in-toto.io/Statement/v1', predicateType: 'x', subject: [], predicate: {} },
  { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: {}, components: [] },
  { name: 'a', version: '1.0.0', dependencies: {}, jobs: {} },
  { Version: '0.68.1' },
  { ClusterName: 'a', Resources: [] },
  // A container, not an image.
  [{ Id: 'a', Image: 'sha256:a', State: {}, RepoTags: [] }],
  { status: 'success', data: {} },
  { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'sarif-schema-2.1.0.json', $defs: {} },
  { runs: [1, 2], version: '3.0' },
  { matches: [] },
  { metrics: [] },
  { stages: ['build'] },
];

test.each(others.map((content) => [content]))('%j is none of them', (content) => {
  const file = fileOf(content, 'report');
  expect(Object.keys(readers).filter((name) => readers[name]?.recognises(file))).toEqual([]);
});

test('another archive is none of them', () => {
  const file = { name: 'a.tgz', bytes: new Uint8Array(gzipSync('no archive')) };
  expect(Object.values(readers).some((reader) => reader.recognises(file))).toBe(false);
});
