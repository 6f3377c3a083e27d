import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Question } from './init/ask/question.ts';
import type { Interview } from './init/ask/settle.ts';
import type { InitOptions } from './init/options.ts';
import { LedgerReader } from './store/read.ts';
import { type Answer, answerOf } from './testing/answer.ts';
import { runCommand } from './testing/child.ts';
import { snapshot } from './testing/snapshot.ts';
import { useWorkspace } from './testing/workspace.ts';
import { init } from './verbs/init.ts';
import { verdict } from './verbs/verdict.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const NOW = '2026-03-04T10:00:00+00:00';

const PIPELINE = 'steps:\n  - run: go test ./...\n  - run: docker build .\n';

function lamps(): RepositoryBuilder {
  const repo = new RepositoryBuilder();
  const files = {
    'README.md': '# Lamps\n',
    '.github/workflows/a.yml': PIPELINE,
    CODEOWNERS: '* @ada @Ben-C\n',
  };
  repo.commit({
    message: 'feat: light (#1)',
    files: { ...files, 'CHANGELOG.md': '## 1.0.0 - 2026-01-05\n- Light for all.\n' },
  });
  repo.tag('v1.0.0', repo.tip(), { annotated: true });
  repo.commit({ message: 'fix: hum no more (#2)' });
  repo.tag('v1.1.0', repo.tip(), { annotated: true });
  return repo;
}

function umbrella(): RepositoryBuilder {
  const repo = new RepositoryBuilder();
  const chart =
    'apiVersion: v2\nname: suite\nversion: 1.0.0\ndependencies:\n  - name: lamps\n    version: 1.1.0\n    repository: https://charts.example.org\n  - name: redis\n    version: 17.0.0\n    repository: https://charts.example.org\n';
  repo.commit({ message: 'feat: all of it (#1)', files: { 'charts/suite/Chart.yaml': chart } });
  repo.tag('2.0', repo.tip());
  repo.commit({ message: 'feat: more (#2)' });
  repo.tag('2.1', repo.tip());
  return repo;
}

let count = 0;
/** A content folder that is not there yet. */
function place(): string {
  count += 1;
  return path.join(space.root, String(count), 'content');
}

async function write(name: string, repo: RepositoryBuilder): Promise<string> {
  const folder = path.join(space.root, 'repositories', `${name}.git`);
  await repo.write(folder);
  return folder;
}

function start(
  content: string,
  repositories: string[],
  more: Partial<InitOptions> = {},
  json = true,
  interview: Interview | null = null,
): Promise<Answer> {
  const options: InitOptions = { content, repositories, flags: {}, offline: true, now: NOW, ...more };
  return answerOf((out) => init(options, out, interview), { json });
}

async function told(content: string, repositories: string[], more: Partial<InitOptions> = {}) {
  const { code, printed, said } = await start(content, repositories, more);
  if (code !== 0) throw new Error(said);
  return JSON.parse(printed);
}

let LAMPS = '';
let SUITE = '';
beforeAll(async () => {
  LAMPS = await write('lamps', lamps());
  SUITE = await write('suite', umbrella());
});

describe('a start', () => {
  test('writes a ledger of what a repository shows, harvests it, and a verdict says what is unproven', async () => {
    const content = place();
    const result = await told(content, [LAMPS]);
    expect(result).toMatchObject({
      replaced: 'nothing',
      products: [{ id: 'lamps', harvest: { releases: 2, newest: '1.1.0', why: null } }],
      files: ['site.md', 'ledger/lamps/policy.md', 'products/lamps.md'],
    });
    const { policy } = new LedgerReader(content).knownPolicy('lamps');
    expect(policy).toMatchObject({
      modules: [
        {
          id: 'lamps',
          repository: LAMPS,
          branch: 'main',
          tags: ['v{version}'],
        },
      ],
      stages: { default: ['clone', 'build', 'unit-tests'] },
      annotatedTags: true,
      roles: [{ id: 'module-lead', each: 'module' }],
      roster: [
        {
          person: 'ada',
          accounts: [{ on: 'github', id: 'ada' }],
          roles: [{ role: 'module-lead', from: '2026-03-04' }],
        },
        { person: 'ben-c', accounts: [{ on: 'github', id: 'Ben-C' }] },
      ],
    });
    expect(new LedgerReader(content).product('lamps')).toMatchObject({ name: 'Lamps' });
    expect(readFileSync(path.join(content, 'site.md'), 'utf8')).toContain('name: "Releases of Lamps"');
    const judged = await answerOf((out) =>
      verdict({ content, product: 'lamps', release: '1.1.0', format: 'text' }, out),
    );
    expect(judged).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/stage 3a \(Unit tests and coverage\) of lamps has no report/),
    });
  });

  test('gives each proposal a reason and says what to type next', async () => {
    const { printed, said } = await start(place(), [LAMPS], {}, false);
    expect(printed).toBe('');
    for (const words of [
      'because 2 of 2 tags look like v1.1.0',
      'because CODEOWNERS names @ada and @Ben-C',
      'npm run build',
      'verdict --product lamps --release 1.1.0',
      'import --product lamps',
    ])
      expect(said).toContain(words);
  });

  test('joins repositories by their charts, and tells of parts from elsewhere', async () => {
    const content = place();
    const result = await told(content, [LAMPS, SUITE]);
    expect(result.products).toMatchObject([{ id: 'suite', because: 'the chart of suite depends on lamps' }]);
    expect(result.notes).toEqual(
      expect.arrayContaining([expect.stringContaining('redis comes from elsewhere')]),
    );
    const reader = new LedgerReader(content);
    expect(reader.knownPolicy('suite').policy).toMatchObject({
      lead: 'suite',
      versioning: 'major-minor',
      annotatedTags: false,
      modules: [{ id: 'suite', chart: 'charts/suite' }, { id: 'lamps' }],
    });
    expect(reader.product('suite')?.parts).toEqual([{ chart: 'redis', name: 'redis' }]);
    expect(reader.release('suite', '2.1')?.modules).toMatchObject([
      { id: 'suite' },
      { id: 'lamps', version: '1.1.0' },
    ]);
  });

  test('takes flags in the place of proposals, for all or for one', async () => {
    const content = place();
    const flags = {
      name: ['Light'],
      stage: ['build', 'load'],
      role: ['qa=cleo+ada', 'night-watch'],
      'release-branch': ['none'],
      'time-zone': ['Asia/Kolkata'],
      'public-links': ['yes'],
      'site-address': ['https://notes.example.org'],
      branch: ['lamps=main', 'suite=never'],
    };
    const { products } = await told(content, [LAMPS, SUITE], { flags, as: 'each' });
    expect(products.map(({ id }: { id: string }) => id)).toEqual(['lamps', 'suite']);
    const { policy } = new LedgerReader(content).knownPolicy('lamps');
    expect(policy).toMatchObject({
      timeZone: 'Asia/Kolkata',
      stages: { default: ['build', 'load'] },
      modules: [{ branch: 'main' }],
    });
    expect(policy.roles).toMatchObject([
      { id: 'qa', veto: true },
      { id: 'night-watch', name: 'Night watch' },
    ]);
    expect(policy.roster.map(({ person }) => person)).toEqual(['cleo', 'ada']);
    expect(readFileSync(path.join(content, 'site.md'), 'utf8')).toContain(
      'address: "https://notes.example.org"',
    );
  });

  test('says the same in a dry run, and writes nothing', async () => {
    const content = place();
    const dry = await told(content, [LAMPS], { dryRun: true });
    expect(existsSync(content)).toBe(false);
    const real = await told(content, [LAMPS], { harvest: false });
    expect(dry.products[0].settled).toEqual(real.products[0].settled);
    expect(dry.files).toEqual(real.files);
    expect(new LedgerReader(content).versions('lamps')).toEqual([]);
  });

  test('writes the same bytes again', async () => {
    const [one, other] = [place(), place()];
    await told(one, [LAMPS]);
    await told(other, [LAMPS]);
    expect(snapshot(one)).toEqual(snapshot(other));
  });

  test('fetches an address, and names it in the policy', async () => {
    const content = place();
    await told(content, [`file://${LAMPS}`]);
    expect(new LedgerReader(content).knownPolicy('lamps').policy.modules[0]?.repository).toBe(
      `file://${LAMPS}`,
    );
    const gone = await start(place(), ['file:///nowhere/at/all']);
    expect(gone).toMatchObject({
      code: 2,
      said: expect.stringMatching(/git clone file:[\s\S]*git cannot fetch/),
    });
  });

  test('brings a changelog along before the first harvest', async () => {
    const clone = path.join(space.root, 'lamps');
    await lamps().write(path.join(clone, '.git'));
    writeFileSync(path.join(clone, 'CHANGELOG.md'), '## 1.0.0 - 2026-01-05\n- Light for all.\n');
    const content = place();
    const { products } = await told(content, [clone], { import: true });
    expect(products[0].harvest.imported).toEqual([path.join(clone, 'CHANGELOG.md')]);
    expect(readFileSync(path.join(content, 'notes/lamps/1.0.0.md'), 'utf8')).toContain('- Light for all.');
  });
});

describe('a start is refused', () => {
  test('without repositories, and with one twice', async () => {
    expect(await start(place(), [])).toMatchObject({
      code: 2,
      said: expect.stringContaining('no repository was given'),
    });
    expect(await start(place(), [LAMPS, LAMPS])).toMatchObject({
      code: 2,
      said: expect.stringContaining('was given twice'),
    });
  });

  test('where nothing tells the tags: it names the flag, which is enough', async () => {
    const repo = new RepositoryBuilder();
    repo.commit({ message: 'feat: first' });
    const untagged = await write('untagged', repo);
    const content = place();
    const refused = await start(content, [untagged]);
    expect(refused.code).toBe(2);
    expect(refused.said).toMatch(
      /nothing tells tags of untagged: the repository has no tags[\s\S]*Say it with --tags/,
    );
    expect(existsSync(content)).toBe(false);
    const { products } = await told(content, [untagged], { flags: { tags: ['v{version}'] } });
    expect(products[0].harvest).toMatchObject({
      releases: 0,
      code: 0,
      why: expect.stringContaining('the first one makes'),
    });
  });

  test.each<[Partial<InitOptions>, string]>([
    [{ flags: { role: ['QA!'] } }, '"QA!" is no role'],
    [{ flags: { role: ['qa=a_b'] } }, '"a_b" is no handle'],
    [{ flags: { tags: ['v1'] } }, 'expected "{version}" once'],
    [{ flags: { tags: ['lmaps=v{version}'] } }, 'nothing here is called "lmaps"'],
    [{ flags: { stage: ['biuld'] } }, 'expected clone, build'],
    [{ flags: { 'time-zone': ['Mars'] } }, 'expected an IANA time zone'],
    [{ flags: { 'site-address': ['https://example.org/path'] } }, 'without a path'],
    [{ product: 'A B' }, 'is no product id'],
  ])('with %j', async (more, words) => {
    const content = place();
    expect(await start(content, [LAMPS], more)).toMatchObject({
      code: 2,
      said: expect.stringContaining(words),
    });
    expect(existsSync(content)).toBe(false);
  });

  test('where the ledger has the product; another one is added, and nothing else is touched', async () => {
    const content = place();
    await told(content, [LAMPS]);
    const before = snapshot(content);
    expect(await start(content, [LAMPS])).toMatchObject({
      code: 2,
      said: expect.stringContaining('has a product "lamps" already'),
    });
    expect(snapshot(content)).toEqual(before);
    const { files } = await told(content, [SUITE]);
    expect(files).toEqual(['ledger/suite/policy.md', 'products/suite.md']);
    const after = snapshot(content);
    for (const [file, text] of before) expect(after.get(file), file).toBe(text);
  });

  test('over the sample ledger, unless it is said; and over an edited one always', async () => {
    const content = place();
    cpSync(path.resolve('content'), content, { recursive: true });
    const before = snapshot(content);
    expect(await start(content, [LAMPS])).toMatchObject({
      code: 2,
      said: expect.stringContaining('--replace-sample'),
    });
    expect(snapshot(content)).toEqual(before);
    const edited = place();
    cpSync(content, edited, { recursive: true });
    writeFileSync(path.join(edited, 'notes/openebs/9.0.0.md'), 'mine');
    const kept = await start(edited, [LAMPS], { replaceSample: true });
    expect(kept).toMatchObject({ code: 2, said: expect.stringContaining('it is not removed') });
    expect(readFileSync(path.join(edited, 'notes/openebs/9.0.0.md'), 'utf8')).toBe('mine');
    expect(await told(content, [LAMPS], { replaceSample: true })).toMatchObject({ replaced: 'sample' });
    expect(new LedgerReader(content).products()).toEqual(['lamps']);
    expect(existsSync(path.join(content, 'notes/openebs'))).toBe(false);
  });
});

/** Somebody who answers as they are told. */
function person(
  answers: Partial<Record<Question['field'], string>>,
  review: 'take' | 'ask',
  yes = true,
): Interview & { asked: Question[] } {
  const asked: Question[] = [];
  return {
    asked,
    repositories: async () => `${LAMPS} `,
    confirm: async () => yes,
    review: async () => review,
    ask: async (question) => {
      asked.push(question);
      return answers[question.field] ?? question.proposal ?? 'v{version}';
    },
  };
}

describe('a person is asked', () => {
  test('which repositories, and whether to take what is proposed', async () => {
    const content = place();
    const answer = await start(content, [], {}, true, person({ 'site-name': 'Lamp news' }, 'take'));
    expect(JSON.parse(answer.printed).site).toMatchObject([
      { field: 'site-name', value: 'Lamp news', from: 'asked' },
      {},
      {},
    ]);
    expect(new LedgerReader(content).versions('lamps')).toEqual(['1.0.0', '1.1.0']);
  });

  test('about each thing where they like to, but for what flags answer', async () => {
    const content = place();
    const somebody = person({ branch: 'main', people: 'dana', stage: 'build' }, 'ask');
    await start(content, [LAMPS], { flags: { name: ['Light'] } }, true, somebody);
    const fields = somebody.asked.map(({ field }) => field);
    expect(fields).not.toContain('name');
    expect(fields).toEqual(
      expect.arrayContaining(['tags', 'branch', 'staging', 'chart', 'stage', 'role', 'people', 'time-zone']),
    );
    const { policy } = new LedgerReader(content).knownPolicy('lamps');
    expect(policy).toMatchObject({ stages: { default: ['build'] }, roster: [{ person: 'dana' }] });
  });

  test('whether the sample may go; a no leaves it', async () => {
    const content = place();
    cpSync(path.resolve('content'), content, { recursive: true });
    expect(await start(content, [LAMPS], {}, true, person({}, 'take', false))).toMatchObject({ code: 2 });
    expect(new LedgerReader(content).products()).toContain('openebs');
    expect(await start(content, [LAMPS], {}, true, person({}, 'take'))).toMatchObject({ code: 0 });
    expect(new LedgerReader(content).products()).toEqual(['lamps']);
  });
});

test('the real command asks nobody where nobody sits, and every question but one has a flag', async () => {
  const folder = path.join(space.root, 'real');
  mkdirSync(folder, { recursive: true });
  const run = (args: string[]) => runCommand(['--content', 'content', ...args], { folder });
  const answer = await run(['init', LAMPS, '--offline', '--tags', 'lamps=v{version}', '--role', 'none']);
  expect(answer).toMatchObject({ code: 0, said: expect.stringContaining('2 releases') });
  const { printed } = await run(['init', '--help']);
  const somebody = person({}, 'ask');
  await start(place(), [LAMPS, SUITE], {}, true, somebody);
  const fields = new Set(somebody.asked.map(({ field }) => field).filter((field) => field !== 'people'));
  expect(fields.size).toBeGreaterThan(17);
  for (const field of fields) expect(printed).toContain(`--${field} <`);
  rmSync(folder, { recursive: true });
});
