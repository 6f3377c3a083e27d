import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readMarkdown } from '../src/markdown/front-matter.ts';
import { type StageReport, StageReportSchema } from '../src/records/index.ts';
import type { Answer } from './testing/answer.ts';
import { started } from './testing/started.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';

const space = useWorkspace();
let ledger: TestLedger;
let commit = '';

beforeAll(async () => {
  const repo = started();
  repo.commit({ message: 'feat: count replicas (#12)' });
  repo.tag('v1.1.0', repo.tip(), { annotated: true });
  repo.commit({ message: 'fix: close volumes (#13)' });
  repo.tag('v1.1.1', repo.tip(), { annotated: true });
  commit = repo.tip().id;
  ledger = await space.harvested('stages', repo);
});

function junit(cases: string[], failing: string[] = []): string {
  const rows = cases.map((name) =>
    failing.includes(name)
      ? `<testcase classname="volumes" name="${name}"><failure message="no"/></testcase>`
      : `<testcase classname="volumes" name="${name}" time="0.1"/>`,
  );
  return `<testsuite name="core" tests="${cases.length}" failures="${failing.length}">${rows.join('')}</testsuite>\n`;
}

function given(name: string, text: string): string {
  const file = path.join(ledger.folder, 'reports', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function filed(release: string, stage: string, files: string[], more: string[] = []): Promise<Answer> {
  return ledger.command([
    '--json',
    'stage',
    '--product',
    'core',
    '--release',
    release,
    '--stage',
    stage,
    ...more,
    ...files,
  ]);
}

function record(answer: Answer): StageReport & { path: string; new: boolean } {
  expect(answer.code, answer.said).toBe(0);
  return JSON.parse(answer.printed);
}

describe('ledger stage', () => {
  test('keeps the bytes, counts the cases, and compares them with the previous release', async () => {
    const before = given('before.xml', junit(['opens', 'closes']));
    await filed('1.1.0', 'unit-tests', [before], ['--module', 'core']);
    const now = given('now.xml', junit(['opens', 'counts']));
    const told = record(await filed('1.1.1', '3a', [now], ['--module', 'core', '--commit', commit]));
    expect(told).toMatchObject({
      stage: 'unit-tests',
      attempt: 1,
      full: true,
      commit,
      result: 'passed',
      measured: { tests: { passed: 2, failed: 0 } },
      cases: {
        since: '1.1.0',
        added: [expect.stringContaining('counts')],
        removed: [expect.stringContaining('closes')],
      },
    });
    const text = readFileSync(ledger.file(told.path), 'utf8');
    expect(readMarkdown(text, StageReportSchema, told.path).data).toMatchObject({ attempt: 1 });
    const [evidence] = told.evidence;
    const stored = `ledger/core/releases/1.1.1/evidence/${evidence?.digest.slice(7)}.xml`;
    expect(readFileSync(ledger.file(stored), 'utf8')).toBe(junit(['opens', 'counts']));
  });

  test('keeps all attempts; the same report again writes nothing', async () => {
    const failing = given('failing.xml', junit(['opens'], ['opens']));
    const passing = given('passing.xml', junit(['opens']));
    const more = ['--module', 'core', '--commit', commit];
    expect(record(await filed('1.1.1', 'integration', [failing], more))).toMatchObject({
      attempt: 1,
      result: 'failed',
      new: true,
    });
    expect(record(await filed('1.1.1', 'integration', [passing], more))).toMatchObject({
      attempt: 2,
      result: 'passed',
    });
    const state = ledger.state();
    expect(record(await filed('1.1.1', 'integration', [failing], more))).toMatchObject({
      attempt: 1,
      new: false,
    });
    expect(ledger.state()).toEqual(state);
    const light = given('light.xml', junit(['opens', 'closes']));
    expect(record(await filed('1.1.1', 'integration', [light], [...more, '--part']))).toMatchObject({
      attempt: 3,
      full: false,
    });
    expect(
      readdirSync(ledger.file('ledger/core/releases/1.1.1/stages')).filter((name) => name.startsWith('7-')),
    ).toEqual(['7-integration-core-2.md', '7-integration-core-3.md', '7-integration-core.md']);
  });

  test('a report of no commit, and one without a test, prove nothing', async () => {
    const nowhere = record(await filed('1.1.1', 'sanity', [given('nowhere.xml', junit(['answers']))]));
    expect([nowhere.result, nowhere.reasons]).toEqual([
      'unproven',
      [expect.stringContaining('which commit')],
    ]);
    const none = record(await filed('1.1.1', 'load', [given('none.xml', junit([]))], ['--commit', commit]));
    expect(none.result).toBe('unproven');
  });

  test('a time without a zone proves nothing until somebody says when it was', async () => {
    const text = junit(['answers']).replace('name="core"', 'name="core" timestamp="2026-02-03T10:30:00"');
    const more = ['--commit', commit];
    expect(record(await filed('1.1.1', 'sanity', [given('zone.xml', text)], more)).result).toBe('unproven');
    const said = [...more, '--at', '2026-02-03T16:00:00+05:30'];
    const told = record(await filed('1.1.1', 'sanity', [given('zoned.xml', `${text}\n`)], said));
    expect(told).toMatchObject({ result: 'passed', ranAt: '2026-02-03T10:30:00+00:00' });
  });

  test.each<[string, () => string[], string]>([
    [
      'totals that lie',
      () => [given('lie.xml', junit(['a', 'b']).replace('failures="0"', 'failures="2"'))],
      'failures',
    ],
    ['a report that is cut off', () => [given('cut.xml', junit(['a', 'b']).slice(0, 60))], 'cut off'],
    ['an empty file', () => [given('empty.xml', '')], 'empty'],
    ['something else', () => [given('else.txt', 'All tests passed!\n')], 'no report of a known format'],
    ['a file that is not there', () => [path.join(ledger.folder, 'gone.xml')], 'cannot be read'],
    [
      'a report of another commit',
      () => [
        given(
          'other.xml',
          junit(['a']).replace(
            '>',
            '><properties><property name="commit" value="'.concat('b'.repeat(40), '"/></properties>'),
          ),
        ),
      ],
      'another commit',
    ],
  ])('%s is refused, and nothing is written', async (_name, files, words) => {
    const state = ledger.state();
    const answer = await filed('1.1.1', 'validation', files(), ['--commit', commit]);
    expect([answer.code, answer.said]).toEqual([2, expect.stringContaining(words)]);
    expect(ledger.state()).toEqual(state);
  });

  test.each([
    ['--stage', ['lunch'], 'there is no stage "lunch"'],
    ['--commit', ['9f2c1ab'], '--commit 9f2c1ab'],
    ['--module', ['moon'], 'no module "moon"'],
    ['--at', ['2026-02-03 16:00'], 'with its zone'],
  ])('a wrong %s is told', async (option, value, words) => {
    const more = option === '--stage' ? [] : [option, ...value];
    const stage = option === '--stage' ? (value[0] ?? '') : 'build';
    const answer = await filed('1.1.1', stage, [given('any.xml', junit(['a']))], more);
    expect([answer.code, answer.said]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('ledger verdict and attest', () => {
  test('a release that nothing proves is not blessed, and each control says why', async () => {
    const answer = await ledger.command(['--json', 'verdict', '--product', 'core', '--release', '1.1.1']);
    expect(answer.code).toBe(1);
    const told = JSON.parse(answer.printed);
    expect(told).toMatchObject({
      product: 'core',
      release: '1.1.1',
      policy: expect.stringMatching(/^sha256:/),
    });
    expect(told.controls).toHaveLength(18);
    for (const { result, reasons } of told.controls)
      expect(result === 'pass' || reasons.length > 0, JSON.stringify(reasons)).toBe(true);
    const words = await ledger.command(['verdict', '--product', 'core', '--release', 'v1.1.1']);
    expect(words.printed).toMatch(/^core 1\.1\.1 is not (?:blessed|proven): /);
  });

  test('statements are of what ships, and the summary names each of them', async () => {
    const folder = path.join(ledger.folder, 'attestations');
    const answer = await ledger.command([
      'attest',
      '--product',
      'core',
      '--release',
      '1.1.1',
      '--out',
      folder,
    ]);
    expect(answer.code, answer.said).toBe(0);
    const summary = JSON.parse(readFileSync(path.join(folder, 'verification-summary.intoto.json'), 'utf8'));
    expect(summary).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://slsa.dev/verification_summary/v1',
      predicate: { verificationResult: 'FAILED', policy: { digest: { sha256: expect.any(String) } } },
    });
    expect(JSON.stringify(summary.subject)).toContain(commit);
    expect(existsSync(path.join(folder, 'stages'))).toBe(true);
    const again = await ledger.command([
      'attest',
      '--product',
      'core',
      '--release',
      '1.1.1',
      '--out',
      folder,
    ]);
    expect([again.code, again.said]).toEqual([2, expect.stringContaining('cannot be written')]);
  });
});
