import { expect, test } from 'vitest';
import { expectEveryCutRefused, faultOf, fileOf } from '../report-fixture.ts';
import { sarifReader } from './sarif.ts';

const COMMIT = 'a'.repeat(40);
const DIGEST = `sha256:${'b'.repeat(64)}`;

const rules = [
  { id: 'R1', defaultConfiguration: { level: 'error' } },
  { id: 'R2', properties: { 'security-severity': '9.8' } },
  { id: 'R3' },
];

const run = {
  tool: { driver: { name: 'Checker', semanticVersion: '1.2.3', version: 'v1', rules } },
  invocations: [{ executionSuccessful: true, startTimeUtc: '2026-02-03T10:30:00.250Z' }],
  versionControlProvenance: [{ repositoryUri: 'https://example.org', revisionId: COMMIT.toUpperCase() }],
  artifacts: [{ location: { uri: 'src/indexed.c' } }],
  properties: { repoDigests: [`registry.example/api@${DIGEST}`] },
  results: [{ ruleId: 'R1', locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.c' } } }] }],
};

const log = { version: '2.1.0', $schema: 'https://json.schemastore.org/sarif-2.1.0.json', runs: [run] };
const parsed = (changes: object = {}) =>
  sarifReader.parse(fileOf({ ...log, runs: [{ ...run, ...changes }] }));
const found = (result: object) => parsed({ results: [result] }).measured.vulnerabilities;

test('a run of a tool', () => {
  expect(parsed()).toEqual({
    format: 'sarif',
    tool: 'Checker 1.2.3',
    ranAt: '2026-02-03T10:30:00+00:00',
    commits: [COMMIT],
    digests: [DIGEST],
    measured: {
      vulnerabilities: [{ id: 'R1', severity: 'high', in: 'src/a.c' }],
      figures: { runs: 1, suppressed: 0, absent: 0, other: 0 },
    },
    failures: [],
    doubts: [],
  });
});

test('a log that was cut off at any byte is refused', () => expectEveryCutRefused(sarifReader, fileOf(log)));

test.each([
  ['its rule by index', { ruleIndex: 1 }, 'R2', 'critical'],
  ['its rule by reference', { rule: { index: 0 } }, 'R1', 'high'],
  ['the rule above its own', { ruleId: 'R1/inner/most' }, 'R1/inner/most', 'high'],
  ['its own level first', { ruleId: 'R1', level: 'note' }, 'R1', 'low'],
  ['its own score first', { ruleId: 'R2', properties: { 'security-severity': 4 } }, 'R2', 'medium'],
  ['no level anywhere: a warning', { ruleId: 'R3' }, 'R3', 'medium'],
  ['a rule that is not listed', { ruleId: 'R9', level: 'none' }, 'R9', 'negligible'],
  ['a score of nothing', { ruleId: 'R1', properties: { 'security-severity': '0.0' } }, 'R1', 'negligible'],
  ['a score that is none', { ruleId: 'R1', properties: { 'security-severity': 'high' } }, 'R1', 'high'],
  ['no rule at all', {}, '(no rule)', 'medium'],
])('severity by %s', (_, result, id, severity) => {
  expect(found(result)).toEqual([{ id, severity, in: '(no place)' }]);
});

test('rules of an extension are its own', () => {
  const extensions = [{ name: 'pack', rules: [{ id: 'X1', defaultConfiguration: { level: 'note' } }] }];
  const results = [
    { rule: { index: 0, toolComponent: { index: 0 } } },
    { rule: { id: 'X1', toolComponent: { name: 'pack' } } },
  ];
  const report = parsed({ tool: { ...run.tool, extensions }, results });
  expect(report.measured.vulnerabilities?.map(({ id, severity }) => [id, severity])).toEqual([
    ['X1', 'low'],
    ['X1', 'low'],
  ]);
});

test('a place by index, or of code', () => {
  const indexed = { physicalLocation: { artifactLocation: { index: 0 } } };
  const logical = { logicalLocations: [{ fullyQualifiedName: 'org.example.Main' }] };
  expect(found({ locations: [indexed] })?.[0]?.in).toBe('src/indexed.c');
  expect(found({ locations: [logical] })?.[0]?.in).toBe('org.example.Main');
});

test('what is suppressed, gone or no failure is no finding, and is counted', () => {
  const results = [
    { ruleId: 'R1', suppressions: [{ kind: 'inSource' }] },
    { ruleId: 'R1', suppressions: [{ kind: 'external', status: 'rejected' }] },
    { ruleId: 'R1', suppressions: [] },
    { ruleId: 'R1', baselineState: 'absent' },
    { ruleId: 'R1', kind: 'pass', level: 'none' },
  ];
  const { vulnerabilities, figures } = parsed({ results }).measured;
  expect(vulnerabilities).toHaveLength(2);
  expect(figures).toEqual({ runs: 1, suppressed: 1, absent: 1, other: 1 });
});

test('a tool that broke off is a failure, and one with errors a doubt', () => {
  const invocations = [
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'no\nmemory' } }],
    },
  ];
  const report = parsed({ invocations });
  expect(report.failures).toEqual(['Checker 1.2.3 did not run to its end']);
  expect(report.doubts).toEqual(['Checker 1.2.3 had 1 errors: no memory']);
});

test('no runs, no results and results elsewhere are doubts; an empty list is none', () => {
  expect(sarifReader.parse(fileOf({ ...log, runs: [] })).doubts).toEqual([
    'no tool ran: the report has no runs',
  ]);
  expect(parsed({ results: null }).doubts).toEqual([
    'Checker 1.2.3 gave no list of results: it did not look',
  ]);
  const externalPropertyFileReferences = { results: [{ location: { uri: 'a' } }] };
  expect(parsed({ results: undefined, externalPropertyFileReferences }).doubts).toEqual([
    'results of Checker 1.2.3 are kept in other files',
  ]);
  expect(parsed({ results: [] }).doubts).toEqual([]);
});

test('another version is refused before anything else', () => {
  const fault = faultOf(() => sarifReader.parse(fileOf({ ...log, version: '1.0.0', runs: [{ tool: {} }] })));
  expect(fault.message).toBe('version 1.0.0 of SARIF is not read, only 2.1.0');
});
