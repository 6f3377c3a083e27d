import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  type Deployment,
  type Faults,
  hour,
  oidOf,
  startGitHub,
  worldOf,
} from '../../github-stand-in/index.ts';
import { connectGitHub } from './client.ts';
import { askDeployments, type DeploymentQuestion } from './deployments.ts';
import { recordAnswers, replayAnswers } from './recording.ts';

/** Deployments at every hour, the last ones to production too. */
function deployments(count: number, more: Partial<Deployment> = {}): Deployment[] {
  return Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    environment: 'Prod',
    commit: oidOf(`commit ${at}`),
    createdAt: hour(at),
    statuses: [{ state: 'SUCCESS' as const, at: hour(at) }],
    ...more,
  }));
}

async function asked(
  described: Deployment[],
  faults: Faults = {},
  question: Partial<DeploymentQuestion> = {},
) {
  const server = await startGitHub(worldOf({ deployments: described }), { faults });
  onTestFinished(() => server.stop());
  const progress = { step() {}, say() {}, end() {} };
  const github = connectGitHub({
    url: server.url,
    token: 'secret',
    fetch,
    progress,
    second: 1,
    timeout: 200,
  });
  const whole = { repository: 'acme/rocket', environments: ['Prod'], ...question };
  return { server, answer: askDeployments(github, whole, progress) };
}

test('deployments come with their repository, the newest first, those of other environments left out', async () => {
  const other = { environment: 'staging', commit: oidOf('other'), createdAt: hour(9) };
  const tagged = { ref: 'refs/tags/v1', creator: 'ops', task: 'rollback', description: 'Too slow' };
  const { answer } = await asked([other, ...deployments(2, tagged)]);
  const { repository, deployments: found } = await answer;
  expect(repository).toMatchObject({ nameWithOwner: 'acme/rocket', url: 'https://github.com/acme/rocket' });
  expect(found).toHaveLength(2);
  expect(found[0]).toMatchObject({
    databaseId: 2,
    environment: 'Prod',
    commitOid: oidOf('commit 1'),
    createdAt: hour(1),
    creator: { login: 'ops' },
    task: 'rollback',
    description: 'Too slow',
    state: 'ACTIVE',
    statuses: { totalCount: 1, nodes: [{ state: 'SUCCESS', createdAt: hour(1) }] },
  });
});

test('a tag and its kind are told where the repository has it', async () => {
  const server = await startGitHub(
    worldOf({
      releases: [{ tag: 'v1', tagCommit: oidOf('commit 0') }],
      deployments: deployments(1, { ref: 'v1' }),
    }),
  );
  onTestFinished(() => server.stop());
  const progress = { step() {}, say() {}, end() {} };
  const github = connectGitHub({ url: server.url, token: 'secret', fetch, progress });
  const { deployments: found } = await askDeployments(
    github,
    { repository: 'acme/rocket', environments: ['Prod'] },
    progress,
  );
  expect(found[0]?.ref).toEqual({ name: 'v1', prefix: 'refs/tags/' });
});

test('every page of deployments and every page of statuses is read', async () => {
  const statuses = Array.from({ length: 230 }, (_, at) => ({
    state: 'IN_PROGRESS' as const,
    at: hour(500 + at),
  }));
  const described = deployments(250);
  described[0] = { ...described[0], statuses } as Deployment;
  const { server, answer } = await asked(described);
  const { deployments: found } = await answer;
  expect(found.map(({ databaseId }) => databaseId)).toEqual(described.map(({ id }) => id).reverse());
  expect(found.at(-1)?.statuses?.nodes).toHaveLength(230);
  expect(server.calls).toHaveLength(3 + 3);
});

test('older ones are left out where a day is given, and not asked for', async () => {
  const { server, answer } = await asked(deployments(250), {}, { since: hour(200) });
  expect((await answer).deployments).toHaveLength(50);
  expect(server.calls).toHaveLength(1);
});

test('a repository without deployments has none', async () => {
  const { answer } = await asked([]);
  expect((await answer).deployments).toEqual([]);
});

test('what is too much is asked for in smaller pages', async () => {
  const { server, answer } = await asked(deployments(120), { badGatewayAboveNodes: 900 });
  expect((await answer).deployments).toHaveLength(120);
  expect(server.calls.length).toBeGreaterThan(4);
});

test.each<[string, Faults, RegExp]>([
  ['deployments', { truncate: { 'Repository.deployments': 3 } }, /there are 5 deployments, and gave 3/],
  [
    'statuses',
    { truncate: { 'Deployment.statuses': 0 } },
    /there are 1 statuses of deployment 5, and gave 0/,
  ],
  ['an answer at all', { badGateway: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }, /GitHub answered with 502/],
])('%s that are missing are a fault', async (_name, faults, message) => {
  const { answer } = await asked(deployments(5), faults);
  await expect(answer).rejects.toThrow(message);
});

test('a repository that is not there is said', async () => {
  const { answer } = await asked([], {}, { repository: 'acme/gone' });
  await expect(answer).rejects.toThrow(/Could not resolve to a Repository/);
});

test('a recording answers the same, without the network', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-deployments-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'recording.ndjson');
  const server = await startGitHub(worldOf({ deployments: deployments(150) }));
  const progress = { step() {}, say() {}, end() {} };
  const question = { repository: 'acme/rocket', environments: ['Prod'] };
  const recorder = recordAnswers(file, fetch);
  const access = { url: server.url, progress };
  const online = connectGitHub({ ...access, token: 'secret', fetch: recorder.fetch });
  const answer = await askDeployments(online, question, progress);
  recorder.close(true);
  await server.stop();
  const offline = connectGitHub({ ...access, token: null, fetch: replayAnswers(file) });
  expect(await askDeployments(offline, question, progress)).toEqual(answer);
});
