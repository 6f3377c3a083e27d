import { beforeAll, describe, expect, test } from 'vitest';
import { checkConservation } from './testing/check-conservation.ts';
import type { TestLedger, ToldEntry } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type CommitHandle, mergePullRequest, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const CHART = 'charts/suite';

interface Asked {
  name: string;
  version: string;
  alias?: string;
  repository?: string;
}

function yaml(asked: readonly Asked[], head = 'apiVersion: v2\nname: suite\nversion: 0.0.1\n'): string {
  const rows = asked.map((one) => `  - ${JSON.stringify(one)}\n`).join('');
  return `${head}dependencies:\n${rows}`;
}

const kafka = (version: string): Asked => ({
  name: 'strimzi-kafka-operator',
  version,
  repository: 'https://robot:secret@charts.example.org/strimzi',
});
const redis = (version: string, alias?: string): Asked => ({
  name: 'redis',
  version,
  ...(alias !== undefined && { alias }),
});

/** Writes the chart, and tags that commit. */
function release(
  repo: RepositoryBuilder,
  version: string,
  asked: readonly Asked[],
  more: { message?: string; files?: Record<string, string> } = {},
): CommitHandle {
  const commit = repo.commit({
    message: more.message ?? `chore: versions of ${version}`,
    files: { [`${CHART}/Chart.yaml`]: yaml(asked), VERSION: version, ...more.files },
  });
  repo.tag(`v${version}`);
  return commit;
}

async function harvested(name: string, repo: RepositoryBuilder, rest = ''): Promise<TestLedger> {
  const ledger = space.ledger(name, 'suite');
  await repo.write(ledger.repository);
  ledger.writePolicy(
    `  - { id: suite, repository: ../suite.git, tags: ["v{version}"], chart: ${CHART} }`,
    rest,
  );
  await ledger.harvest();
  await checkConservation(ledger);
  return ledger;
}

/** Entries of parts: what is told under "Dependencies". */
async function told(ledger: TestLedger, version: string, since?: string): Promise<string[]> {
  const entries = await ledger.entries(version, since);
  return entries.filter(({ section }) => section === 'dependencies').map(({ title }) => title);
}

async function partEntry(ledger: TestLedger, version: string): Promise<ToldEntry> {
  const [entry, ...others] = (await ledger.entries(version)).filter(({ kind }) => kind === 'deps');
  expect(others).toEqual([]);
  return entry ?? expect.fail(`${version} tells of no part`);
}

describe('parts that move from release to release', () => {
  const repo = new RepositoryBuilder();
  let ledger: TestLedger;
  let moved: CommitHandle;

  beforeAll(async () => {
    release(repo, '1.0.0', [kafka('0.44.0'), redis('20.1.0')]);
    repo.commit({ message: 'fix: mend it (#1)' });
    moved = release(repo, '1.1.0', [kafka('0.45.0'), redis('20.1.0')]);
    release(repo, '1.2.0', [kafka('0.45.0'), redis('20.1.0'), { name: 'etcd', version: 'v1.0.0' }]);
    release(repo, '1.3.0', [kafka('0.44.1'), { name: 'etcd', version: '1.0.0' }]);
    ledger = await harvested('moves', repo);
  });

  test('every part is recorded, where it was before and what moved it', () => {
    expect(ledger.release('1.0.0').parts).toMatchObject([
      { name: 'strimzi-kafka-operator', version: '0.44.0', previous: null },
      { name: 'redis', version: '20.1.0', previous: null },
    ]);
    expect(ledger.release('1.1.0').parts).toEqual([
      {
        name: 'strimzi-kafka-operator',
        repository: 'https://charts.example.org/strimzi',
        version: '0.45.0',
        previous: '0.44.0',
        commits: [moved.id],
        entry: expect.stringMatching(/^suite-[0-9a-f]{12}$/),
      },
      { name: 'redis', version: '20.1.0', previous: '20.1.0' },
    ]);
  });

  test('a new version, a new part, a removed one and an older one are told; what stands still is not', async () => {
    expect(await told(ledger, '1.0.0')).toEqual([]);
    expect(await told(ledger, '1.1.0')).toEqual(['Update strimzi-kafka-operator from 0.44.0 to 0.45.0']);
    expect(await told(ledger, '1.2.0')).toEqual(['Add etcd v1.0.0']);
    expect(await told(ledger, '1.3.0')).toEqual([
      'Downgrade strimzi-kafka-operator from 0.45.0 to 0.44.1',
      'Remove redis 20.1.0',
    ]);
    expect(ledger.release('1.3.0').parts?.at(-1)).toMatchObject({ version: null, previous: '20.1.0' });
  });

  test('machines learn that no change is behind it, and which commits are', async () => {
    const entry = await partEntry(ledger, '1.1.0');
    expect(entry).toMatchObject({ pullRequest: null, kind: 'deps', commits: [moved.id] });
    const [facts] = ledger.note('1.1.0').entries.filter(({ id }) => id === entry.id);
    expect(facts).toMatchObject({ module: 'suite', part: 'strimzi-kafka-operator' });
  });

  test('addresses of charts stay inside', () => {
    expect(ledger.noteText('1.1.0')).not.toContain('charts.example.org');
  });

  test('a range tells the whole way', async () => {
    expect(await told(ledger, '1.2.0', '1.0.0')).toEqual([
      'Update strimzi-kafka-operator from 0.44.0 to 0.45.0',
      'Add etcd v1.0.0',
    ]);
    const [way] = (await ledger.entries('1.3.0', '1.0.0')).filter(({ kind }) => kind === 'deps');
    expect(way?.title).toBe('Update strimzi-kafka-operator from 0.44.0 to 0.44.1');
    expect(way?.commits).toHaveLength(2);
  });

  test('a second harvest changes no byte, and none has to come first', async () => {
    const before = ledger.state();
    ledger.editNote('1.1.0', (text) => `${text}\n`);
    ledger.editNote('1.1.0', (text) => text.replace(/\n$/, ''));
    await ledger.harvest();
    expect(ledger.state()).toEqual(before);
    const other = await harvested('moves-again', repo);
    expect(other.state()).toEqual(before);
  });
});

test('a person’s words and decisions stay', async () => {
  const repo = new RepositoryBuilder();
  release(repo, '1.0.0', [kafka('0.44.0')]);
  release(repo, '1.1.0', [kafka('0.45.0')]);
  release(repo, '1.2.0', [kafka('0.46.0')]);
  const ledger = await harvested('person', repo);
  const entry = await partEntry(ledger, '1.1.0');
  ledger.editNote('1.1.0', (text) => text.replace(/- Update strimzi.*\n/, ''));
  ledger.editNote('1.2.0', (text) => text.replace(/Update strimzi.*46\.0/, 'Kafka restarts once'));
  const before = ledger.state();
  await ledger.harvest();
  expect(ledger.state()).toEqual(before);
  expect(ledger.note('1.1.0').entries.map(({ id }) => id)).toContain(entry.id);
  expect(await told(ledger, '1.1.0')).toEqual([]);
  expect(await told(ledger, '1.1.0', '1.0.0')).toEqual([]);
  expect(await told(ledger, '1.2.0')).toEqual(['Kafka restarts once']);
  expect(await told(ledger, '1.2.0', '1.0.0')).toEqual(['Kafka restarts once']);
  await checkConservation(ledger);
});

test('the product’s page gives parts the names that customers know', async () => {
  const repo = new RepositoryBuilder();
  release(repo, '1.0.0', [kafka('0.44.0'), redis('1.0.0')]);
  release(repo, '1.1.0', [kafka('0.45.0'), redis('1.1.0')]);
  const ledger = space.ledger('names', 'suite');
  ledger.edit(
    'products/suite.md',
    () => `---
schema: 1
name: Suite
modules:
  - { id: suite, name: Suite }
parts:
  - { chart: strimzi-kafka-operator, name: Kafka by Strimzi }
  - { chart: redis, name: Redis }
---
`,
  );
  await harvested('names', repo);
  expect(await told(ledger, '1.1.0')).toEqual([
    'Update Kafka by Strimzi (strimzi-kafka-operator) from 0.44.0 to 0.45.0',
    'Update Redis from 1.0.0 to 1.1.0',
  ]);
});

test('the lock tells what a range led to, also for charts of Helm 2', async () => {
  const repo = new RepositoryBuilder();
  const lock = (version: string) => yaml([kafka(version)], 'generated: "2026-01-05T09:00:00Z"\n');
  release(repo, '1.0.0', [kafka('~0.44')], { files: { [`${CHART}/Chart.lock`]: lock('0.44.1') } });
  release(repo, '1.1.0', [kafka('~0.44')], { files: { [`${CHART}/Chart.lock`]: lock('0.44.2') } });
  // Nobody locked again: Helm would refuse this lock.
  release(repo, '1.2.0', [kafka('0.45.0')]);
  repo.commit({
    message: 'chore: back to old files',
    files: {
      [`${CHART}/Chart.yaml`]: 'apiVersion: v1\nname: suite\nversion: 0.0.1\n',
      [`${CHART}/Chart.lock`]: '',
      [`${CHART}/requirements.yaml`]: yaml([kafka('~0.46')], ''),
      [`${CHART}/requirements.lock`]: lock('0.46.3'),
    },
  });
  repo.tag('v1.3.0');
  release(repo, '1.4.0', [kafka('~0.46')], { files: { [`${CHART}/Chart.lock`]: 'dependencies: [' } });
  const ledger = await harvested('lock', repo);
  const versions = ledger
    .versions()
    .sort()
    .map((version) => ledger.release(version).parts?.[0]?.version);
  expect(versions).toEqual(['0.44.1', '0.44.2', '0.45.0', '0.46.3', '~0.46']);
  expect(await told(ledger, '1.1.0')).toEqual(['Update strimzi-kafka-operator from 0.44.1 to 0.44.2']);
  expect(ledger.release('1.4.0').events).toMatchObject([
    { kind: 'chart-broken', text: expect.stringContaining('it locks no version') },
  ]);
});

test('one chart under two names is two parts, and a name that is given later is no new part', async () => {
  const repo = new RepositoryBuilder();
  release(repo, '1.0.0', [redis('1.0.0')]);
  release(repo, '1.1.0', [redis('1.0.0', 'cache'), redis('1.0.0', 'sessions')]);
  release(repo, '1.2.0', [redis('1.1.0', 'cache'), redis('1.1.0', 'sessions')]);
  release(repo, '1.3.0', [redis('1.2.0', 'cache')]);
  release(repo, '1.4.0', [redis('1.3.0')]);
  const ledger = await harvested('alias', repo);
  expect(await told(ledger, '1.2.0')).toEqual([
    'Update redis (as cache) from 1.0.0 to 1.1.0',
    'Update redis (as sessions) from 1.0.0 to 1.1.0',
  ]);
  expect(new Set((await ledger.entries('1.2.0')).map(({ id }) => id)).size).toBe(3);
  expect(await told(ledger, '1.3.0')).toEqual([
    'Update redis (as cache) from 1.1.0 to 1.2.0',
    'Remove redis (as sessions) 1.1.0',
  ]);
  expect(await told(ledger, '1.4.0')).toEqual(['Update redis from 1.2.0 to 1.3.0']);
});

test('modules of the policy and charts of the same repository are no third-party parts', async () => {
  const repo = new RepositoryBuilder();
  release(repo, '1.0.0', [kafka('0.44.0')]);
  const local = { name: 'crds', version: '1.1.0', repository: 'file://./charts/crds' };
  const inside = { name: 'jobs', version: '1.1.0' };
  release(repo, '1.1.0', [kafka('0.44.0'), local, inside, { name: 'suite', version: '1.1.0' }], {
    files: { [`${CHART}/charts/jobs/Chart.yaml`]: 'name: jobs\nversion: 1.1.0\n' },
  });
  const ledger = await harvested('ours', repo);
  expect(ledger.release('1.1.0').parts?.map(({ name }) => name)).toEqual(['strimzi-kafka-operator']);
});

test('a chart that cannot be read, or is not there, makes no part new and none gone', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'Start', files: { [`${CHART}/Chart.yaml`]: 'dependencies: [' } });
  repo.tag('v1.0.0');
  release(repo, '1.0.1', [kafka('0.44.0')]);
  repo.commit({ message: 'Break it', files: { [`${CHART}/Chart.yaml`]: 'dependencies: [' } });
  repo.tag('v1.1.0');
  repo.commit({ message: 'Move it', files: { [`${CHART}/Chart.yaml`]: null } });
  repo.tag('v1.2.0');
  release(repo, '1.3.0', [kafka('0.45.0')]);
  const ledger = await harvested('broken', repo);
  expect(ledger.release('1.0.0')).toMatchObject({ events: [{ kind: 'chart-broken' }] });
  expect(ledger.release('1.0.1').parts).toEqual([
    { name: 'strimzi-kafka-operator', repository: expect.any(String), version: '0.44.0' },
  ]);
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) expect(ledger.release(version).parts).toBeUndefined();
  for (const version of ['1.0.1', '1.1.0', '1.2.0']) expect(await told(ledger, version)).toEqual([]);
  expect(await told(ledger, '1.3.0')).toEqual(['Update strimzi-kafka-operator from 0.44.0 to 0.45.0']);
});

test('the first chart of a product that had releases brings its parts', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'Start' });
  repo.tag('v1.0.0');
  release(repo, '1.1.0', [kafka('0.44.0')]);
  const ledger = await harvested('first-chart', repo);
  expect(await told(ledger, '1.1.0')).toEqual(['Add strimzi-kafka-operator 0.44.0']);
});

describe('a change that tells of the move already', () => {
  test.each([
    ['a bump', 'chore(deps): bump redis from 20.1.0 to 20.2.1'],
    ['a bump in a folder', 'build(deps): bump bitnami/redis from 20.1.0 to 20.2.1 in /charts/suite'],
    ['an update', 'chore(deps): update helm release redis to v20.2.1'],
  ])('%s is the entry', async (name, title) => {
    const repo = new RepositoryBuilder();
    release(repo, '1.0.0', [redis('20.1.0')]);
    repo.branch('work');
    repo.commit({ on: 'work', message: title, files: { [`${CHART}/Chart.yaml`]: yaml([redis('20.2.1')]) } });
    mergePullRequest(repo, { number: 7, title, from: 'work' });
    repo.tag('v1.1.0');
    const ledger = await harvested(`told-by-${name.replaceAll(' ', '-')}`, repo);
    expect(await ledger.ids('1.1.0')).toEqual(['suite-7']);
    expect(ledger.release('1.1.0').parts).toMatchObject([{ version: '20.2.1', entry: 'suite-7' }]);
  });

  test('several bumps are told by the last one, a bump to another version is not the part’s', async () => {
    const repo = new RepositoryBuilder();
    release(repo, '1.0.0', [redis('20.1.0')]);
    for (const [index, version] of ['20.2.0', '20.2.1'].entries())
      repo.commit({
        message: `chore(deps): bump redis from 20.${index + 1}.0 to ${version} (#${index + 1})`,
        files: { [`${CHART}/Chart.yaml`]: yaml([redis(version)]) },
      });
    repo.tag('v1.1.0');
    repo.commit({
      message: 'chore(deps): bump redis from 4.6.0 to 4.7.0 (#3)',
      files: { 'package.json': 'x' },
    });
    release(repo, '1.2.0', [redis('20.3.0')]);
    const ledger = await harvested('several-bumps', repo);
    expect(await told(ledger, '1.1.0')).toEqual(['Update redis from 20.1.0 to 20.2.1']);
    expect(await told(ledger, '1.2.0')).toEqual([
      'Bump redis from 4.6.0 to 4.7.0',
      'Update redis from 20.2.1 to 20.3.0',
    ]);
  });

  test('a bump that the policy leaves out of the note does not', async () => {
    const repo = new RepositoryBuilder();
    release(repo, '1.0.0', [redis('20.1.0')]);
    release(repo, '1.1.0', [redis('20.2.1')], {
      message: 'chore(deps): bump redis from 20.1.0 to 20.2.1 (#1)',
    });
    const ledger = await harvested('left-out', repo, 'exclude:\n  - { kind: deps, reason: too many }\n');
    expect(await told(ledger, '1.1.0')).toEqual(['Update redis from 20.1.0 to 20.2.1']);
  });

  test('a revert of the bump tells that the part is back', async () => {
    const repo = new RepositoryBuilder();
    release(repo, '1.0.0', [redis('20.1.0')]);
    const bump = release(repo, '1.1.0', [redis('20.2.1')], {
      message: 'chore(deps): bump redis from 20.1.0 to 20.2.1 (#1)',
    });
    release(repo, '1.2.0', [redis('20.1.0')], {
      message: `Revert "chore(deps): bump redis from 20.1.0 to 20.2.1 (#1)" (#2)\n\nThis reverts commit ${bump.id}.`,
    });
    const ledger = await harvested('reverted-bump', repo);
    expect(await ledger.ids('1.2.0')).toEqual(['suite-2']);
    expect(ledger.release('1.2.0').parts).toMatchObject([{ previous: '20.2.1', entry: 'suite-2' }]);
    expect(ledger.note('1.1.0').entries).toMatchObject([{ id: 'suite-1', withdrawnIn: '1.2.0' }]);
  });
});

test('a final release repeats what its prereleases move', async () => {
  const repo = new RepositoryBuilder();
  release(repo, '1.0.0', [kafka('0.44.0')]);
  release(repo, '1.1.0-rc1', [kafka('0.45.0')]);
  repo.commit({ message: 'fix: mend it (#1)' });
  repo.tag('v1.1.0-rc2');
  repo.commit({ message: 'fix: mend more (#2)' });
  repo.tag('v1.1.0');
  const ledger = await harvested('prereleases', repo);
  expect(await partEntry(ledger, '1.1.0')).toEqual(await partEntry(ledger, '1.1.0-rc1'));
  expect(await told(ledger, '1.1.0-rc2')).toEqual([]);
});

test('a release of a newer line is compared with the last one of the older line', async () => {
  const repo = new RepositoryBuilder();
  release(repo, '1.0.0', [kafka('0.44.0')]);
  repo.branch('release-1.0');
  release(repo, '1.1.0', [kafka('0.45.0')]);
  repo.commit({
    on: 'release-1.0',
    message: 'chore: versions of 1.0.1',
    files: { [`${CHART}/Chart.yaml`]: yaml([kafka('0.45.1')]) },
  });
  repo.tag('v1.0.1', repo.tip('release-1.0'));
  const ledger = await harvested('lines', repo);
  expect(ledger.release('1.1.0').previous).toBe('1.0.1');
  expect(await told(ledger, '1.0.1')).toEqual(['Update strimzi-kafka-operator from 0.44.0 to 0.45.1']);
  expect(await told(ledger, '1.1.0')).toEqual(['Downgrade strimzi-kafka-operator from 0.45.1 to 0.45.0']);
});

test('a module that the chart asks for in a range stands where the lock says', async () => {
  const [lead, api] = [new RepositoryBuilder(), new RepositoryBuilder()];
  api.commit({ message: 'feat: start (#1)' });
  api.tag('v0.1.4');
  release(lead, '1.0.0', [{ name: 'api', version: '~0.1' }], {
    files: { [`${CHART}/Chart.lock`]: yaml([{ name: 'api', version: '0.1.4' }], '') },
  });
  const ledger = space.ledger('locked-module', 'suite');
  await lead.write(ledger.repository);
  await api.write(`${ledger.folder}/api.git`);
  ledger.writePolicy(`  - { id: suite, repository: ../suite.git, tags: ["v{version}"], chart: ${CHART} }
  - { id: api, repository: ../api.git, tags: ["v{version}"] }`);
  await ledger.harvest();
  expect(ledger.release('1.0.0').modules[1]).toMatchObject({
    version: '0.1.4',
    versionFrom: 'Chart.lock of v1.0.0 has 0.1.4',
  });
  expect(ledger.release('1.0.0').parts).toEqual([]);
});
