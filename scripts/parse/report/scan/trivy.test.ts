import { expect, test } from 'vitest';
import type { ParsedReport } from '../parsed-report.ts';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { trivyReader } from './trivy.ts';
import { joinDatabaseDates, NO_DATABASE_DATE, trivyVersionReader } from './trivy-version.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const IMAGE_ID = `sha256:${'b'.repeat(64)}`;
const COMMIT = 'c'.repeat(40);

const vulnerability = {
  VulnerabilityID: 'CVE-2026-0001',
  PkgName: 'musl',
  InstalledVersion: '1.1.22-r2',
  FixedVersion: '1.1.22-r3',
  Severity: 'CRITICAL',
};

const scan = {
  SchemaVersion: 2,
  Trivy: { Version: '0.68.1' },
  CreatedAt: '2026-02-03T16:00:00.123456789+05:30',
  ArtifactName: 'registry.example/api:1.2.3',
  ArtifactType: 'container_image',
  Metadata: {
    Size: 5861888,
    OS: { Family: 'alpine', Name: '3.23' },
    ImageID: IMAGE_ID,
    RepoDigests: [`registry.example/api@${DIGEST}`],
    ImageConfig: {
      created: '2026-02-03T08:00:00Z',
      config: { Labels: { 'org.opencontainers.image.revision': COMMIT } },
    },
  },
  Results: [
    {
      Target: 'registry.example/api:1.2.3 (alpine 3.23)',
      Class: 'os-pkgs',
      Vulnerabilities: [
        vulnerability,
        { VulnerabilityID: 'CVE-2026-0002', PkgName: 'zlib', Severity: 'odd' },
      ],
      ExperimentalModifiedFindings: [{ Type: 'vulnerability', Status: 'ignored', Finding: vulnerability }],
    },
    {
      Target: 'Dockerfile',
      Class: 'config',
      MisconfSummary: { Successes: 20, Failures: 1 },
      Misconfigurations: [
        { ID: 'DS-0002', Severity: 'HIGH', Status: 'FAIL' },
        { ID: 'DS-0001', Severity: 'HIGH', Status: 'PASS' },
      ],
    },
    { Target: 'app/.env', Class: 'secret', Secrets: [{ RuleID: 'private-key', Severity: 'LOW' }] },
    {
      Target: 'OS Packages',
      Class: 'license',
      Licenses: [{ Name: 'GPL-3.0', PkgName: 'x', Severity: 'MEDIUM' }],
    },
  ],
};

const version = {
  Version: '0.68.1',
  VulnerabilityDB: {
    Version: 2,
    NextUpdate: '2026-02-04T06:00:00Z',
    UpdatedAt: '2026-02-03T06:00:00.1Z',
    DownloadedAt: '2026-02-03T09:00:00Z',
  },
};

const parsed = (changes: object = {}): ParsedReport => trivyReader.parse(fileOf({ ...scan, ...changes }));

test('a scan of an image', () => {
  expect(parsed()).toEqual({
    format: 'trivy',
    tool: 'trivy 0.68.1',
    ranAt: '2026-02-03T10:30:00+00:00',
    commits: [COMMIT],
    digests: [DIGEST],
    measured: {
      vulnerabilities: [
        { id: 'CVE-2026-0001', severity: 'critical', in: 'musl', version: '1.1.22-r2', fixedIn: '1.1.22-r3' },
        { id: 'CVE-2026-0002', severity: 'unknown', in: 'zlib' },
        { id: 'DS-0002', severity: 'high', in: 'Dockerfile' },
        { id: 'private-key', severity: 'low', in: 'app/.env' },
        { id: 'GPL-3.0', severity: 'medium', in: 'x' },
      ],
      image: {
        digests: [DIGEST],
        id: IMAGE_ID,
        size: 5861888,
        createdAt: '2026-02-03T08:00:00+00:00',
        revision: COMMIT,
      },
      figures: {
        'results.os-pkgs': 1,
        'results.config': 1,
        'results.secret': 1,
        'results.license': 1,
        suppressed: 1,
      },
    },
    failures: [],
    doubts: [NO_DATABASE_DATE],
  });
});

test('a scan that was cut off at any byte is refused', () =>
  expectEveryCutRefused(trivyReader, fileOf(scan)));

test('a scan by a server says how old its database was', () => {
  const report = parsed({ Trivy: { Version: '0.74.0', Server: version } });
  expect(report.measured.databaseAt).toBe('2026-02-03T06:00:00+00:00');
  expect(report.doubts).toEqual([]);
});

test('a scan without results scanned nothing', () => {
  for (const Results of [undefined, null, []])
    expect(parsed({ Results }).doubts).toEqual([
      'nothing was scanned: the report has no results',
      NO_DATABASE_DATE,
    ]);
});

test('checks of configuration alone need no database', () => {
  expect(parsed({ Results: [scan.Results[1]] }).doubts).toEqual([]);
});

test('a system that is no longer supported is told', () => {
  const OS = { Family: 'alpine', Name: '3.9.4', EOSL: true };
  expect(parsed({ Metadata: { ...scan.Metadata, OS } }).doubts).toContain(
    'alpine 3.9.4 is no longer supported: its vulnerabilities are no longer told',
  );
});

test('a scan of a repository names its commit', () => {
  const report = parsed({ ArtifactType: 'repository', Metadata: { Commit: COMMIT } });
  expect(report.commits).toEqual([COMMIT]);
  expect(report.measured.image).toBeUndefined();
});

test('a total that contradicts its list is refused', () => {
  const Results = [{ ...scan.Results[1], MisconfSummary: { Successes: 0, Failures: 0 } }];
  const fault = faultOf(() => parsed({ Results }));
  expect(fault.message).toBe('says 0 failures and lists 1');
  expect(fault.place).toMatchObject({ field: 'Results.0.MisconfSummary.Failures' });
  expect(fault.place?.line).toBeGreaterThan(20);
});

test('another schema is refused', () => {
  expect(faultOf(() => parsed({ SchemaVersion: 1 })).message).toBe('schema 1 of Trivy is not read, only 2');
});

test('joined with `trivy version`, a scan has the date of its database', () => {
  const companion = trivyVersionReader.parse(fileOf(version));
  const other: ParsedReport = { ...parsed(), format: 'grype' };
  const joined = joinDatabaseDates([companion, parsed(), other]);
  expect(joined).toHaveLength(2);
  expect(joined[0]?.measured.databaseAt).toBe('2026-02-03T06:00:00+00:00');
  expect(joined[0]?.doubts).toEqual([]);
  expect(joined[1]).toEqual(other);
});

test.each([
  [
    'another version',
    { Version: '0.50.0' },
    'the database is told for trivy 0.50.0, the scan is by trivy 0.68.1',
  ],
  [
    'a newer database',
    { VulnerabilityDB: { UpdatedAt: '2026-02-03T11:00:00Z' } },
    'the database of 2026-02-03T11:00:00+00:00 is newer than the scan',
  ],
  ['no database', { VulnerabilityDB: null }, NO_DATABASE_DATE],
])('%s proves nothing', (_, changes, doubt) => {
  const [joined, ...rest] = joinDatabaseDates([
    parsed(),
    trivyVersionReader.parse(fileOf({ ...version, ...changes })),
  ]);
  expect(rest).toEqual([]);
  expect(joined?.measured.databaseAt).toBeUndefined();
  expect(joined?.doubts).toContain(doubt);
  expect(joined?.doubts).toContain(NO_DATABASE_DATE);
});

test('`trivy version` alone, or twice, proves nothing', () => {
  const companion = trivyVersionReader.parse(fileOf(version));
  expect(companion.doubts).toEqual(['this is the version of the scanner, not a scan']);
  expect(joinDatabaseDates([companion])).toEqual([companion]);
  expect(joinDatabaseDates([companion, companion, parsed()])).toHaveLength(3);
});

test('`trivy version` that contradicts itself or is cut off is refused', () => {
  expectEveryCutRefused(trivyVersionReader, fileOf(version));
  const VulnerabilityDB = { UpdatedAt: '2026-02-03T06:00:00Z', NextUpdate: '2026-02-02T06:00:00Z' };
  faultOf(() => trivyVersionReader.parse(fileOf({ ...version, VulnerabilityDB })));
});
