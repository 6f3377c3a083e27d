import { expect, onTestFinished, test } from 'vitest';
import { type Faults, oidOf, pull, startGitHub, worldOf } from '../../github-stand-in/index.ts';
import { connectGitHub, type GitHub, TooMuch } from './client.ts';

const VIEWER = 'query Viewer { viewer { login } }';
const PAGES = `query Pages($cursor: String) { repository(owner: "acme", name: "rocket") {
  pullRequest(number: 1) { commits(first: 1, after: $cursor) { nodes { commit { oid } } pageInfo { hasNextPage endCursor } } }
} }`;

/** A client whose seconds last a millisecond, so that waiting costs no time. */
async function connected(faults: Faults, second = 1) {
  const commits = [1, 2, 3].map((seed) => ({ oid: oidOf(seed) }));
  const server = await startGitHub(worldOf({ pulls: [pull({ number: 1, commits })] }), { faults });
  onTestFinished(() => server.stop());
  const said: string[] = [];
  const progress = { step() {}, say: (line: string) => said.push(line), end() {} };
  const github = connectGitHub({ url: server.url, token: 'secret', fetch, progress, second, timeout: 200 });
  return { server, github, said };
}

async function seen(github: GitHub): Promise<string[]> {
  const found: string[] = [];
  const pages = github.pages<{
    repository: { pullRequest: { commits: { nodes: { commit: { oid: string } }[] } } };
  }>(PAGES, {});
  for await (const { repository } of pages)
    found.push(...repository.pullRequest.commits.nodes.map(({ commit }) => commit.oid));
  return found;
}

test.each<[string, Faults, number]>([
  ['three failures', { badGateway: [1, 2, 3] }, 4],
  ['a page of the gateway', { badGateway: [1], badGatewayBody: 'html' }, 2],
  ['a cut connection', { dropConnections: [1, 2] }, 3],
  ['an answer that went wrong', { somethingWentWrong: [1] }, 2],
  ['a server that is not there', { statusUnavailable: [1] }, 2],
])('a request alone survives %s', async (_name, faults, calls) => {
  const { server, github } = await connected(faults);
  expect(await github.ask(VIEWER, {}, { alone: true })).toEqual({
    data: { viewer: { login: 'ledger-reader' } },
    missing: [],
  });
  expect(server.calls).toHaveLength(calls);
});

test.each<[string, Faults, RegExp]>([
  ['a gateway', { badGateway: [1, 2, 3, 4] }, /GitHub answered with 502/],
  ['a cut connection', { dropConnections: [1, 2, 3, 4] }, /GitHub did not answer at http/],
  ['silence', { timeoutAbove: -1 }, /GitHub did not answer at http/],
])('%s that does not recover is told in words without the token', async (_name, faults, said) => {
  const { server, github } = await connected(faults);
  const error = await github.ask(VIEWER, {}, { alone: true }).catch((caught: unknown) => caught);
  expect((error as Error).message).toMatch(said);
  expect(JSON.stringify([error, (error as Error).stack, (error as Error).cause])).not.toContain('secret');
  expect(server.calls).toHaveLength(4);
});

test.each<[string, Faults]>([
  ['502', { badGateway: [1] }],
  ['504', { timeoutAbove: -1, timeout: 504 }],
  ['silence', { timeoutAbove: -1 }],
  ['a cut connection', { dropConnections: [1] }],
])('%s asks for less where more than one thing was asked for', async (_name, faults) => {
  const { server, github } = await connected(faults);
  await expect(github.ask(VIEWER, {})).rejects.toThrow(TooMuch);
  expect(server.calls).toHaveLength(1);
});

test.each<[string, Faults]>([
  ['its header says', { secondaryLimit: { atCall: 1, times: 3, retryAfterSeconds: 7 } }],
  ['is usual where no header says', { secondaryLimit: { atCall: 1 } }],
])('a limit is waited out as %s, and shown', async (name, faults) => {
  const { github, said } = await connected(faults);
  await github.ask(VIEWER, {});
  expect(said).toHaveLength(name.startsWith('its') ? 3 : 1);
  expect(said[0]).toMatch(/secondary rate limit is reached: waiting (?:7|60) s, until .* UTC\./);
});

test('a limit that does not end is said in the end', async () => {
  const { server, github } = await connected({
    secondaryLimit: { atCall: 1, times: 99, retryAfterSeconds: 1 },
  });
  await expect(github.ask(VIEWER, {})).rejects.toThrow(/secondary rate limit/);
  expect(server.calls).toHaveLength(11);
});

test('pages survive failures between them', async () => {
  const { github } = await connected({
    badGateway: [2],
    secondaryLimit: { atCall: 4, retryAfterSeconds: 1 },
  });
  expect(await seen(github)).toEqual([1, 2, 3].map(oidOf));
});

test('a page of something that is gone meanwhile is a fault', async () => {
  const { server, github } = await connected({});
  server.faults = {
    get partialErrors() {
      return server.calls.length > 1 ? [{ number: 1, message: 'Could not resolve', type: 'NOT_FOUND' }] : [];
    },
  };
  await expect(seen(github)).rejects.toMatchObject({
    name: 'Fault',
    message: expect.stringContaining('repository.pullRequest: Could not resolve'),
  });
});

test('a question that the server does not understand is a fault in its words', async () => {
  const { server, github } = await connected({});
  await expect(github.ask('query No { viewer { shoeSize } }', {}, { alone: true })).rejects.toMatchObject({
    name: 'Fault',
    message: expect.stringContaining('shoeSize'),
  });
  expect(server.calls).toHaveLength(1);
});
