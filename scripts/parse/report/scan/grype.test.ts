import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { grypeReader } from './grype.ts';

const MANIFEST = `sha256:${'a'.repeat(64)}`;
const PUSHED = `sha256:${'b'.repeat(64)}`;
const CONFIG = `sha256:${'c'.repeat(64)}`;
const COMMIT = 'd'.repeat(40);

const document = {
  matches: [
    {
      vulnerability: {
        id: 'CVE-2026-0001',
        severity: 'Negligible',
        fix: { versions: ['1.2', '2.0'], state: 'fixed' },
      },
      artifact: { name: 'openssl', version: '1.10' },
    },
    {
      vulnerability: { id: 'GHSA-0000', severity: '', fix: { versions: null, state: '' } },
      artifact: { name: 'left\u202Epad', version: '' },
    },
  ],
  ignoredMatches: [{ vulnerability: { id: 'CVE-2026-0003' } }],
  source: {
    type: 'image',
    target: {
      imageID: CONFIG,
      manifestDigest: MANIFEST,
      repoDigests: [`registry.example/api@${PUSHED}`],
      imageSize: 65,
      labels: { 'org.opencontainers.image.revision': COMMIT },
    },
  },
  descriptor: {
    name: 'grype',
    version: '0.104.0',
    timestamp: '2026-02-03T10:30:00.5Z',
    db: { status: { schemaVersion: 'v6.1.3', built: '2026-02-03T06:00:00Z', valid: true }, providers: {} },
  },
};

const parsed = (changes: object = {}) => grypeReader.parse(fileOf({ ...document, ...changes }));
const withDatabase = (db: unknown) => parsed({ descriptor: { ...document.descriptor, db } });

test('a scan of an image', () => {
  expect(parsed()).toEqual({
    format: 'grype',
    tool: 'grype 0.104.0',
    ranAt: '2026-02-03T10:30:00+00:00',
    commits: [COMMIT],
    digests: [PUSHED],
    measured: {
      vulnerabilities: [
        { id: 'CVE-2026-0001', severity: 'negligible', in: 'openssl', version: '1.10', fixedIn: '1.2, 2.0' },
        { id: 'GHSA-0000', severity: 'unknown', in: 'leftpad' },
      ],
      databaseAt: '2026-02-03T06:00:00+00:00',
      image: { digests: [PUSHED], id: CONFIG, size: 65, revision: COMMIT },
      figures: { suppressed: 1 },
    },
    failures: [],
    doubts: [],
  });
});

test('a scan that was cut off at any byte is refused', () =>
  expectEveryCutRefused(grypeReader, fileOf(document)));

test('the manifest names an image that was never pushed', () => {
  const target = { ...document.source.target, repoDigests: [] };
  expect(parsed({ source: { type: 'image', target } }).digests).toEqual([MANIFEST]);
});

test('older versions have the state of the database itself', () => {
  const report = withDatabase({ built: '2024-02-03T06:00:00Z', schemaVersion: 5, error: null });
  expect(report.measured.databaseAt).toBe('2024-02-03T06:00:00+00:00');
  expect(report.doubts).toEqual([]);
});

test.each([undefined, null, {}, { built: '0001-01-01T00:00:00Z' }, { status: { built: 'soon' } }])(
  'a database of no known date is a doubt: %j',
  (db) => {
    const report = withDatabase(db);
    expect(report.measured.databaseAt).toBeUndefined();
    expect(report.doubts).toEqual(['the date of the vulnerability database is not known']);
  },
);

test('a database that is not valid is a doubt', () => {
  const status = { built: '2026-02-03T06:00:00Z', valid: false, error: 'checksum mismatch' };
  expect(withDatabase({ status }).doubts).toEqual(['the vulnerability database was not valid']);
});

test('nothing found is no doubt, nothing scanned is one', () => {
  expect(parsed({ matches: [] }).doubts).toEqual([]);
  const doubt = 'the report does not say what was scanned';
  expect(parsed({ source: null }).doubts).toEqual([doubt]);
  expect(parsed({ source: { type: 'unknown', target: 'unknown' } }).doubts).toEqual([doubt]);
});

test('packages that could not be judged are a doubt', () => {
  const alertsByPackage = [
    { package: {}, alerts: [{ type: 'distro-eol', message: 'centos 6 is at its end' }] },
  ];
  expect(parsed({ alertsByPackage }).doubts).toEqual([
    '1 packages could not be judged: centos 6 is at its end',
  ]);
});

test('a directory has no image', () => {
  const report = parsed({ source: { type: 'directory', target: '/src' } });
  expect(report.digests).toEqual([]);
  expect(report.measured.image).toBeUndefined();
});

test('a match without a package is refused', () => {
  const fault = faultOf(() => parsed({ matches: [{ vulnerability: { id: 'CVE-1' } }] }));
  expect(fault.place?.field).toBe('matches.0.artifact');
});
