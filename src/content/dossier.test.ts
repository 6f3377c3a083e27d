import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const POLICY = `---
schema: 1
product: core
modules:
  - id: core
    repository: ../core.git
    tags: ["v{version}"]
---
Why.
`;
const OPENING = `---
schema: 1
product: core
version: "1.1.0"
openedAt: "2026-02-03T04:00:00+00:00"
openedBy: asha
---
What for.
`;
const COMMIT = 'a'.repeat(40);

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-content-'));
  vi.stubEnv('LEDGER_CONTENT', folder);
  vi.stubEnv('LEDGER_NOW', '2026-02-03T15:30:00+05:30');
  vi.resetModules();
  write('ledger/core/policy.md', POLICY);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

function stage(version: string, name: string, attempt = 1): void {
  const evidence = `evidence:\n  - digest: "sha256:${'1'.repeat(64)}"\n    name: a.xml\n    format: junit\n`;
  write(
    `ledger/core/releases/${version}/stages/${name}.md`,
    `---\nschema: 1\nproduct: core\nversion: "${version}"\nstage: unit-tests\nmodule: core\nattempt: ${attempt}\nfull: true\ncommit: "${COMMIT}"\nranAt: "2026-02-03T04:00:00+00:00"\nfiledAt: "2026-02-03T04:00:00+00:00"\nresult: passed\nmeasured: {}\n${evidence}---\n`,
  );
}

test('a release that was only opened has a dossier, judged as of its last turning point', async () => {
  write('ledger/core/releases/1.1.0/opening.md', OPENING);
  const { judgedVersions, knownJudged } = await import('./dossier.ts');
  expect(judgedVersions('core')).toEqual(['1.1.0']);
  const { dossier, verdict } = knownJudged('core', '1.1.0');
  expect(dossier).toMatchObject({
    release: null,
    now: '2026-02-03T04:00:01+00:00',
    opening: { body: 'What for.\n' },
  });
  expect(verdict.verdict).not.toBe('blessed');
  expect(verdict.policy).toMatch(/^sha256:/);
});

test.each([
  ['2026-02-02T10:00:00Z', '2026-02-02T10:00:00+00:00'],
  ['2026-02-03T04:00:00Z', '2026-02-03T04:00:00+00:00'],
  ['2036-02-03T10:00:00Z', '2026-02-03T04:00:01+00:00'],
])('built at %s it is judged as of %s', async (built, asOf) => {
  vi.stubEnv('LEDGER_NOW', built);
  write('ledger/core/releases/1.1.0/opening.md', OPENING);
  const { knownJudged } = await import('./dossier.ts');
  expect(knownJudged('core', '1.1.0').dossier.now).toBe(asOf);
});

test('it is among the releases for auditors, and no event', async () => {
  write('ledger/core/releases/1.1.0/opening.md', OPENING);
  const { readAudit } = await import('./audit.ts');
  expect(readAudit('core', '1.1.0').summary).toMatchObject({ open: true, events: [], commit: null });
});

test('nothing is judged without a policy', async () => {
  rmSync(path.join(folder, 'ledger/core/policy.md'));
  write('ledger/core/releases/1.1.0/opening.md', OPENING);
  const { judgedVersions, readJudged } = await import('./dossier.ts');
  expect(judgedVersions('core')).toEqual([]);
  expect(readJudged('core', '1.1.0')).toBeNull();
});

test('a stage is compared with the nearest earlier final release that ran it', async () => {
  for (const version of ['1.1.0', '1.0.1', '1.0.1-rc1', '1.0.0'])
    write(`ledger/core/releases/${version}/opening.md`, OPENING.replace('1.1.0', version));
  stage('1.0.1-rc1', '3a-unit-tests-core');
  stage('1.0.0', '3a-unit-tests-core');
  stage('1.0.0', '3a-unit-tests-core-2', 2);
  const { knownJudged, readEarlierReport } = await import('./dossier.ts');
  const found = readEarlierReport(knownJudged('core', '1.1.0').dossier, 'unit-tests', 'core');
  expect(found).toMatchObject({ version: '1.0.0', report: { attempt: 2 } });
});

test('a broken record is named with file, line and field', async () => {
  write('ledger/core/releases/1.1.0/opening.md', OPENING.replace('asha', '""'));
  const { readJudged } = await import('./dossier.ts');
  expect(() => readJudged('core', '1.1.0')).toThrow(
    expect.objectContaining({ place: expect.objectContaining({ line: 6, field: 'openedBy' }) }),
  );
});

test('evidence is served where it is there', async () => {
  const digest = `sha256:${'1'.repeat(64)}`;
  write(`ledger/core/releases/1.1.0/evidence/${'1'.repeat(64)}.xml`, '<a/>');
  const { evidenceHref } = await import('./evidence.ts');
  const file = { digest, name: 'a.xml', format: 'junit' as const };
  expect(evidenceHref('core', '1.1.0', file)).toBe(`/audit/core/1.1.0/evidence/${'1'.repeat(64)}.xml.txt`);
  expect(evidenceHref('core', '1.1.0', { ...file, name: 'a.json' })).toBeNull();
});

test('a moment that cannot be read is a fault', async () => {
  vi.stubEnv('LEDGER_NOW', 'tomorrow');
  const { judgedAt } = await import('./moment.ts');
  expect(() => judgedAt()).toThrow('"tomorrow"');
});
