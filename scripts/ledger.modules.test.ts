import { beforeAll, describe, expect, test } from 'vitest';
import { expectSum } from './testing/check-conservation.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { Clock, type CommitHandle, mergePullRequest, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

async function expectSums(ledger: TestLedger): Promise<void> {
  for (const version of ledger.versions()) expectSum(await ledger.conservation(version), version);
}

describe('several modules in one repository', () => {
  const repo = new RepositoryBuilder();
  let ledger: TestLedger;
  let both: CommitHandle;

  beforeAll(async () => {
    repo.commit({ message: 'Start', files: { 'README.md': 'x', 'api/a': '1', 'web/a': '1' } });
    repo.tag('v1.0.0');
    repo.commit({ message: 'feat: add a call (#1)', folder: 'api' });
    repo.commit({ message: 'feat: add a page (#2)', folder: 'web' });
    repo.commit({ message: 'docs: tell more (#3)', files: { 'README.md': 'y' } });
    repo.branch('work');
    repo.commit({ on: 'work', message: 'one', folder: 'web' });
    repo.commit({ on: 'work', message: 'two', folder: 'web' });
    both = repo.commit({ on: 'work', message: 'three', folder: 'api' });
    mergePullRequest(repo, { number: 4, title: 'feat: draw everywhere', from: 'work' });
    repo.tag('v1.1.0');
    repo.commit({ message: 'fix: mend the page (#5)', folder: 'web' });
    repo.tag('v1.1.1');
    ledger = space.ledger('by-path', 'suite');
    await repo.write(ledger.repository);
    ledger.writePolicy(`  - { id: suite, repository: ../suite.git, tags: ["v{version}"] }
  - { id: api, repository: ../suite.git, path: api, tags: ["api/v{version}"] }
  - { id: web, repository: ../suite.git, path: web, tags: ["web/v{version}"] }`);
    await ledger.harvest();
  });

  test('a change belongs to the module that most of its commits touch, else to the lead', async () => {
    expect(await ledger.ids('1.1.0')).toEqual(['api-1', 'suite-3', 'web-2', 'web-4']);
    expect((await ledger.fate('1.1.0', both)).change).toBe('web-4');
    await expectSums(ledger);
  });

  test('each commit is in one module’s sum', () => {
    const { modules, sum } = ledger.release('1.1.0');
    expect(modules.map(({ id, sum: own }) => [id, own.commits])).toEqual([
      ['suite', 1],
      ['api', 1],
      ['web', 5],
    ]);
    expect(sum.commits).toBe(7);
  });

  test('modules without tags of their own say that the release’s tag is theirs', () => {
    const api = ledger.release('1.1.0').modules[1];
    expect(api).toMatchObject({ version: '1.1.0', versionFrom: expect.stringContaining('v1.1.0') });
  });
});

test('modules of one repository have their own versions where they have tags', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'Start', files: { 'api/a': '1' } });
  repo.tag('v1.0.0');
  repo.tag('api/v0.1.0');
  repo.commit({ message: 'feat: add a call (#1)', folder: 'api' });
  repo.tag('api/v0.2.0');
  repo.tag('v1.1.0');
  const ledger = space.ledger('own-tags', 'suite');
  await repo.write(ledger.repository);
  ledger.writePolicy(`  - { id: suite, repository: ../suite.git, tags: ["v{version}"] }
  - { id: api, repository: ../suite.git, path: api, tags: ["api/v{version}"] }`);
  await ledger.harvest();
  expect(ledger.release('1.1.0').modules[1]).toMatchObject({ version: '0.2.0', tag: { name: 'api/v0.2.0' } });
  expect(await ledger.ids('1.1.0')).toEqual(['api-1']);
});

function chart(versions: Record<string, string>): string {
  const rows = Object.entries(versions).map(
    ([name, version]) => `  - { name: ${name}, version: ${version} }`,
  );
  return `apiVersion: v2\nname: umbrella\nversion: 0.0.1\ndependencies:\n${rows.join('\n')}\n`;
}

describe('one product over several repositories', () => {
  const clock = new Clock('2026-01-05T09:00:00Z');
  const umbrella = new RepositoryBuilder({ clock });
  const api = new RepositoryBuilder({ clock });
  const web = new RepositoryBuilder({ clock });
  let ledger: TestLedger;
  let built: CommitHandle;

  function release(version: string, versions: Record<string, string>): void {
    umbrella.commit({
      message: `chore: versions of ${version}`,
      files: { 'charts/umbrella/Chart.yaml': chart({ kafka: '"0.45.0"', ...versions }) },
    });
    umbrella.tag(`v${version}`);
  }

  beforeAll(async () => {
    api.commit({ message: 'feat: start (#1)' });
    api.tag('v0.1.0');
    web.commit({ message: 'feat: start (#1)' });
    web.tag('v5.0');
    release('1.0.0', { api: '0.1.0', web: '"5.0"' });
    api.commit({ message: 'feat: add a call (#2)' });
    built = api.commit({ message: 'fix: mend the call (#3)' });
    release('1.1.0', { api: `api-0-2-0-${built.id.slice(0, 12)}`, web: '"5.0"' });
    api.commit({ message: 'fix: mend more (#4)' });
    api.tag('v0.2.1');
    web.commit({ message: 'feat: add a page (#2)' });
    web.tag('v5.1');
    release('1.2.0', { api: '0.2.1', web: '"5.1"' });
    release('1.3.0', { api: '9.9.9', web: '"5.1"' });
    ledger = space.ledger('charts', 'umbrella');
    await umbrella.write(ledger.repository);
    await api.write(`${ledger.folder}/api.git`);
    await web.write(`${ledger.folder}/web.git`);
    ledger.writePolicy(`  - { id: umbrella, repository: ../umbrella.git, tags: ["v{version}"], chart: charts/umbrella }
  - { id: api, repository: ../api.git, tags: ["v{version}"] }
  - { id: web, repository: ../web.git, tags: ["v{version}"] }`);
    await ledger.harvest();
  });

  test('the lead’s chart says where each module stands', async () => {
    await expectSums(ledger);
    const { modules } = ledger.release('1.2.0');
    expect(modules.map(({ id, version, moved }) => [id, version, moved])).toEqual([
      ['umbrella', '1.2.0', true],
      ['api', '0.2.1', true],
      ['web', '5.1', true],
    ]);
    expect(modules[1]?.versionFrom).toContain('Chart.yaml of v1.2.0 asks for 0.2.1');
    expect((await ledger.ids('1.2.0')).filter((id) => !id.startsWith('umbrella'))).toEqual([
      'api-4',
      'web-2',
    ]);
  });

  test('a chart version that ends in a commit stands at that commit', async () => {
    const module = ledger.release('1.1.0').modules[1];
    expect(module).toMatchObject({ commit: built.id, tag: null, previous: { version: '0.1.0' } });
    expect(module?.version).toBe(`0.2.0-${built.id.slice(0, 12)}`);
    expect((await ledger.ids('1.1.0')).filter((id) => id.startsWith('api'))).toEqual(['api-2', 'api-3']);
  });

  test('a module that did not move has an empty range and says so', async () => {
    const module = ledger.release('1.1.0').modules[2];
    expect(module).toMatchObject({ id: 'web', version: '5.0', moved: false, sum: { commits: 0 } });
    expect((await ledger.conservation('1.1.0')).commits.filter((row) => row.module === 'web')).toEqual([]);
  });

  test('equal numbers in several repositories are several changes', async () => {
    expect(await ledger.ids('1.2.0', '1.0.0')).toEqual(
      expect.arrayContaining(['api-2', 'api-3', 'api-4', 'web-2']),
    );
  });

  test('a version that no tag has is said, and gives no range', () => {
    const module = ledger.release('1.3.0').modules[1];
    expect(module).toMatchObject({ version: '9.9.9', commit: null, moved: false, sum: { commits: 0 } });
    expect(module?.versionFrom).toContain('which no tag of api has');
  });
});

test.each([
  ['a range', '"^1.2.0"', null],
  ['a number with a last zero', '5.10', '5.10'],
  ['a version with a v', 'v5.10', '5.10'],
  ['digits that look like an exponent', '5.10-12e4567', '5.10-12e4567'],
])('a chart may ask for %s, and what is written can be read again', async (name, asked, version) => {
  const [lead, api] = [new RepositoryBuilder(), new RepositoryBuilder()];
  api.commit({ message: 'feat: start (#1)' });
  api.tag('v5.10');
  lead.commit({ message: 'Start (#1)', files: { 'Chart.yaml': chart({ api: asked }) } });
  lead.tag('v1.0.0');
  lead.commit({ message: 'feat: no modules (#2)', files: { 'Chart.yaml': 'name: suite\ndependencies:\n' } });
  lead.tag('v1.1.0');
  const ledger = space.ledger(`asks-for-${name.replaceAll(' ', '-')}`, 'suite');
  await lead.write(ledger.repository);
  await api.write(`${ledger.folder}/api.git`);
  ledger.writePolicy(`  - { id: suite, repository: ../suite.git, tags: ["v{version}"] }
  - { id: api, repository: ../api.git, tags: ["v{version}"] }`);
  await ledger.harvest();
  expect(ledger.release('1.0.0').modules[1]?.version).toBe(version);
  await expectSums(ledger);
});

test('a broken chart of one release is said there and stops no other', async () => {
  const [lead, api] = [new RepositoryBuilder(), new RepositoryBuilder()];
  api.commit({ message: 'feat: start (#1)' });
  api.tag('v0.1.0');
  lead.commit({ message: 'Start (#1)', files: { 'Chart.yaml': 'dependencies: [' } });
  lead.tag('v1.0.0');
  lead.commit({ message: 'fix: mend the chart (#2)', files: { 'Chart.yaml': chart({ api: '0.1.0' }) } });
  lead.tag('v1.0.1');
  const ledger = space.ledger('broken-chart', 'suite');
  await lead.write(ledger.repository);
  await api.write(`${ledger.folder}/api.git`);
  ledger.writePolicy(`  - { id: suite, repository: ../suite.git, tags: ["v{version}"] }
  - { id: api, repository: ../api.git, tags: ["v{version}"] }`);
  await ledger.harvest();
  expect(ledger.release('1.0.0').events).toMatchObject([{ kind: 'chart-broken' }]);
  expect(ledger.release('1.0.1').modules[1]?.version).toBe('0.1.0');
  await expectSums(ledger);
});

test('without a chart a module stands at the tag of the release’s version, else where release.md says', async () => {
  const [lead, api, web] = [new RepositoryBuilder(), new RepositoryBuilder(), new RepositoryBuilder()];
  for (const [index, version] of ['v1.0.0', 'v1.1.0'].entries()) {
    for (const repo of [lead, api]) {
      repo.commit({ message: `feat: part (#${index + 1})` });
      repo.tag(version);
    }
    web.commit({ message: `feat: page (#${index + 1})` });
  }
  const ledger = space.ledger('same-tag', 'suite');
  await lead.write(ledger.repository);
  await api.write(`${ledger.folder}/api.git`);
  await web.write(`${ledger.folder}/web.git`);
  ledger.writePolicy(`  - { id: suite, repository: ../suite.git, tags: ["v{version}"] }
  - { id: api, repository: ../api.git, tags: ["v{version}"] }
  - { id: web, repository: ../web.git, tags: ["v{version}"] }`);
  await ledger.harvest();
  expect(await ledger.ids('1.1.0')).toEqual(['api-2', 'suite-2']);
  expect(ledger.release('1.1.0').modules[2]).toMatchObject({
    version: null,
    commit: null,
    versionFrom: expect.stringContaining('no chart, no tag and no release.md'),
  });
  ledger.edit('ledger/suite/releases/1.1.0/release.md', (text) =>
    text.replace(
      /(- id: web\n {4}version: )null(\n.*\n {4}tag: null\n {4}commit: )null/,
      `$1"0.7"$2"${web.tip().id}"`,
    ),
  );
  await ledger.harvest();
  expect(ledger.release('1.1.0').modules[2]).toMatchObject({
    version: '0.7',
    commit: web.tip().id,
    versionFrom: 'written in release.md',
  });
  expect(await ledger.ids('1.1.0')).toEqual(['api-2', 'suite-2', 'web-1', 'web-2']);
  await expectSums(ledger);
});

test('repositories that are named on the command line become the modules of the first policy', async () => {
  const [lead, api] = [new RepositoryBuilder(), new RepositoryBuilder()];
  for (const repo of [lead, api]) {
    repo.commit({ message: 'feat: start (#1)' });
    repo.tag('v1.0.0');
  }
  const ledger = space.ledger('named', 'suite');
  await lead.write(ledger.repository);
  await api.write(`${ledger.folder}/api.git`);
  const repos = [`suite=${ledger.repository}`, `server=${ledger.folder}/api.git`];
  const answer = await ledger.harvest(undefined, { repo: repos });
  expect(answer.said).toContain('Wrote ledger/suite/policy.md');
  expect(answer.said).toContain('products/suite.md');
  const policy = ledger.reader.policy('suite')?.policy;
  expect(policy?.lead).toBe('suite');
  expect(policy?.modules.map(({ id, repository }) => [id, repository])).toEqual([
    ['suite', '../suite.git'],
    ['server', '../api.git'],
  ]);
  expect(await ledger.ids('1.0.0')).toEqual(['server-1', 'suite-1']);
});
