import { expect, onTestFinished, test } from 'vitest';
import { type Deployment, hour, oidOf, startGitHub, worldOf } from '../../github-stand-in/index.ts';
import { connectGitHub, type Fetch } from '../../sources/github/client.ts';
import { askDeployments } from '../../sources/github/deployments.ts';
import { type GitHubDeployments, gitHubEnvironment, observeGithub } from './github.ts';
import { contextOf, expectRecords, orders, release } from './import-fixture.ts';
import { releaseLookup } from './known-releases.ts';

/** The stand-in's time is of 2025, so the releases are, too. */
const RELEASES = [
  release('1.26.3', '2024-12-01', { api: '2.4.0', web: '3.1.0' }),
  release('1.27.0', '2024-12-20', { api: '2.5.0', web: '3.1.0' }),
];
const context = contextOf({ releaseOf: releaseLookup(RELEASES) });

const deployment = (id: number, commit: string, more: Partial<Deployment> = {}): Deployment => ({
  id,
  environment: 'Prod',
  commit: oidOf(commit),
  createdAt: hour(id),
  creator: 'Tomasz',
  statuses: [{ state: 'SUCCESS', at: hour(id + 1), logUrl: `https://ci.example.org/${id}` }],
  ...more,
});

async function answers(deployments: Deployment[], modules: string[]): Promise<GitHubDeployments> {
  const refs = Object.fromEntries(
    deployments.flatMap(({ ref, commit }) => (ref == null ? [] : [[ref.replace('refs/tags/', ''), commit]])),
  );
  const server = await startGitHub(worldOf({ deployments, refs }));
  onTestFinished(() => server.stop());
  const progress = { step() {}, say() {}, end() {} };
  const github = connectGitHub({ url: server.url, token: 'secret', fetch: fetch as Fetch, progress });
  const environments = [gitHubEnvironment(context)];
  return {
    ...(await askDeployments(github, { repository: 'acme/rocket', environments }, progress)),
    modules,
  };
}

async function taken(deployments: Deployment[], modules = ['umbrella']) {
  const { observed, notTaken } = observeGithub([await answers(deployments, modules)], context);
  expectRecords(observed);
  return { observed, notTaken };
}

test("a deployment of the lead module's tag deploys the release with all of its modules", async () => {
  const { observed, notTaken } = await taken([
    deployment(7, 'umbrella 1.26.3', { ref: 'refs/tags/v1.26.3' }),
  ]);
  expect(notTaken).toEqual([]);
  const short = oidOf('umbrella 1.26.3').slice(0, 12);
  expect(observed).toEqual([
    {
      product: 'director',
      environment: 'production',
      kind: 'deploy',
      version: '1.26.3',
      versionFrom: `GitHub's deployment is of tag v1.26.3 at commit ${short}, which is release 1.26.3`,
      modules: [
        { id: 'api', version: '2.4.0', commit: oidOf('api 2.4.0') },
        { id: 'umbrella', version: '1.26.3', commit: oidOf('umbrella 1.26.3') },
        { id: 'web', version: '3.1.0', commit: oidOf('web 3.1.0') },
      ],
      by: 'tomasz-zielinski',
      url: 'https://ci.example.org/7',
      source: {
        kind: 'github',
        at: '2025-01-01T16:00:00+00:00',
        finishedAt: '2025-01-01T17:00:00+00:00',
        outcome: 'succeeded',
        id: 7,
        url: 'https://github.com/acme/rocket/deployments/Prod',
        repository: 'acme/rocket',
      },
      body: '',
    },
  ]);
});

test('a bare commit is looked up, and a tag that was moved since is said', async () => {
  const { observed } = await taken([
    deployment(1, 'umbrella 1.27.0'),
    deployment(2, 'moved', { ref: 'refs/tags/v1.26.3' }),
    deployment(3, 'umbrella 1.27.0', { ref: 'refs/tags/v1.26.3' }),
    deployment(4, 'nowhere', { ref: 'refs/tags/v1.99.0' }),
  ]);
  expect(observed.map(({ version, part }) => [version, part])).toEqual([
    ['1.27.0', undefined],
    ['1.26.3', undefined],
    ['1.27.0', undefined],
    ['1.99.0', true],
  ]);
  expect(observed[1]?.versionFrom).toMatch(
    /of tag v1\.26\.3, at commit \w{12} which that release does not have, which is release 1\.26\.3/,
  );
  expect(observed[1]?.modules.find(({ id }) => id === 'umbrella')?.commit).toBe(oidOf('moved'));
  expect(observed[3]?.modules).toEqual([{ id: 'umbrella', version: '1.99.0', commit: oidOf('nowhere') }]);
  expect(observed[3]?.versionFrom).toMatch(/the ledger knows no release that has it$/);
});

test('a repository of several modules is told apart by commit and tag', async () => {
  const { observed } = await taken(
    [deployment(1, 'web 3.1.0'), deployment(2, 'api 2.4.0')],
    ['umbrella', 'api', 'web'],
  );
  expect(observed).toMatchObject([
    { version: '1.27.0', part: true, modules: [{ id: 'web' }] },
    { version: '1.26.3', part: true, modules: [{ id: 'api' }] },
  ]);
});

test('a task called rollback takes away what succeeded last', async () => {
  const { observed } = await taken([
    deployment(1, 'umbrella 1.26.3'),
    deployment(3, 'umbrella 1.27.0'),
    deployment(5, 'umbrella 1.26.3', { statuses: [{ state: 'FAILURE', at: hour(6) }] }),
    deployment(7, 'umbrella 1.26.3', { task: 'rollback', description: 'Too slow: ask ops@example.org' }),
  ]);
  expect(observed.at(-1)).toMatchObject({
    kind: 'rollback',
    rollback: { from: '1.27.0' },
    body: '```text\nToo slow: ask (address removed)\n```\n',
  });
});

test('a rollback before which nothing is known took away nobody knows what', async () => {
  const { observed } = await taken([deployment(7, 'umbrella 1.26.3', { task: 'rollback' })]);
  expect(observed[0]?.rollback).toEqual({ from: null });
});

test('what cannot be named is told', async () => {
  const found = await taken([
    deployment(1, 'branch', { ref: 'main' }),
    deployment(2, 'umbrella 1.26.3', { id: null }),
  ]);
  expect(found).toMatchObject({
    observed: [],
    notTaken: [
      {
        what: `a deployment of acme/rocket at commit ${oidOf('umbrella 1.26.3').slice(0, 12)}`,
        because: 'GitHub does not tell its number',
      },
      {
        what: `deployment 1 of acme/rocket at commit ${oidOf('branch').slice(0, 12)}`,
        because: 'no release of the ledger has its commit, and it names no tag such as v{version}',
      },
    ],
  });
  expect((await taken([deployment(1, 'umbrella 1.26.3')], [])).notTaken).toMatchObject([
    { because: 'its repository has no module of the product' },
  ]);
});

test('other environments are left out, whatever their case, and the order of answers makes no difference', async () => {
  const [one, two] = await Promise.all([
    answers([deployment(1, 'umbrella 1.26.3'), deployment(2, 'api 2.4.0')], ['umbrella', 'api']),
    answers([deployment(1, 'umbrella 1.26.3'), deployment(3, 'umbrella 1.27.0')], ['umbrella', 'api']),
  ]);
  const spelt = { ...one, deployments: one.deployments.map((each) => ({ ...each, environment: 'PROD' })) };
  const staging = {
    ...two,
    deployments: two.deployments.map((each) => ({ ...each, environment: 'staging' })),
  };
  const [first, ...others] = orders([spelt, two, staging]).map((each) => observeGithub(each, context));
  expect(first?.observed.map(({ source }) => 'id' in source && source.id)).toEqual([1, 2, 3]);
  for (const other of others) expect(other).toEqual(first);
});
