import { setTimeout as wait } from 'node:timers/promises';
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { expect, test, vi } from 'vitest';
import { type Faults, type GitHub, oidOf, pull, worldOf } from './index.ts';
import { inRocket, post, started } from './testing.ts';

const WORLD = worldOf({
  pulls: [pull({ number: 1 }), pull({ number: 2, alsoContains: [oidOf('merge-1')] })],
});
const TITLE = inRocket('pullRequest(number: 1) { title }');
const TOLD = { repository: { pullRequest: { title: 'Change 1' } } };
const TWO = inRocket('a: pullRequest(number: 1) { title } b: pullRequest(number: 2) { title }');

const start = (faults: Faults) => started(WORLD, { faults });

/** Octokit as the ledger's reader has it, but with milliseconds for seconds. */
function reader(github: GitHub, id: string, retries = 3) {
  const onRateLimit = vi.fn(
    (_seconds: number, _options: unknown, _octokit: unknown, retried: number) => retried < 1,
  );
  const onSecondaryRateLimit = vi.fn(onRateLimit.getMockImplementation() ?? (() => true));
  const Client = Octokit.plugin(retry, throttling);
  const octokit = new Client({
    auth: 'secret',
    baseUrl: github.baseUrl,
    // The retry plugin would take 429 for itself and come back before it may.
    retry: { retryAfterBaseValue: 1, retries, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    throttle: { id, retryAfterBaseValue: 1, onRateLimit, onSecondaryRateLimit },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  return { octokit, onRateLimit, onSecondaryRateLimit };
}

test('a request with too many aliases gets a bad gateway, a smaller one an answer', async () => {
  const { github } = await start({ badGatewayAbove: 1 });
  const { status, headers, body } = await post(github, TWO);
  expect(status).toBe(502);
  expect(headers.get('x-ratelimit-remaining')).toBeNull();
  expect(body).toEqual({
    data: null,
    errors: [{ message: expect.stringContaining('Something went wrong while executing your query') }],
  });
  expect((await post(github, TITLE)).status).toBe(200);
  github.faults = { badGatewayAbove: 1, badGatewayBody: 'html' };
  expect((await post(github, TWO)).body).toContain('<title>502 Bad Gateway</title>');
  github.faults = { badGatewayAboveNodes: 10 };
  expect((await post(github, inRocket('pullRequests(first: 11) { totalCount }'))).status).toBe(502);
});

test('a slow request is not answered, or 504, or late', async () => {
  const { github } = await start({ timeoutAbove: 1 });
  const answer = post(github, TWO).catch(() => 'cut');
  expect(await Promise.race([answer, wait(100, 'waiting')])).toBe('waiting');
  github.faults = { timeoutAbove: 1, timeout: 504 };
  expect(await post(github, TWO)).toMatchObject({
    status: 504,
    body: { message: expect.stringContaining("We couldn't respond to your request in time") },
  });
  github.faults = { timeoutAbove: 1, timeout: { afterMilliseconds: 20 } };
  expect((await post(github, TWO)).status).toBe(200);
  expect(github.calls.map(({ status }) => status)).toEqual([0, 504, 200]);
  await github.stop();
  expect(await answer).toBe('cut');
});

test('retry gets over bad gateways, cut connections, 503 and faults of the query', async () => {
  const { github } = await start({ badGateway: [1], statusUnavailable: [2], somethingWentWrong: [3] });
  const { octokit } = reader(github, 'retried');
  expect(await octokit.graphql(TITLE)).toEqual(TOLD);
  expect(github.calls.map(({ status }) => status)).toEqual([502, 503, 200, 200]);
  github.faults = { dropConnections: [5] };
  await expect(reader(github, 'dropped', 0).octokit.graphql(TITLE)).rejects.toThrow();
  expect(github.calls.at(-1)).toMatchObject({ number: 5, status: 0 });
});

test('the throttling plugin waits for the reset of the primary limit', async () => {
  const { github } = await start({ primaryLimit: { afterCalls: 1, resetInSeconds: 0.5 } });
  expect((await post(github, TITLE)).status).toBe(200);
  const { status, headers, body } = await post(github, TITLE);
  expect(status).toBe(200);
  expect(body).toEqual({
    errors: [
      { type: 'RATE_LIMITED', message: expect.stringMatching(/^API rate limit exceeded for user ID \d+\.$/) },
    ],
  });
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect(headers.get('x-ratelimit-used')).toBe('5000');
  const { octokit, onRateLimit } = reader(github, 'primary');
  const first = octokit.graphql(TITLE).catch((error: unknown) => error);
  await vi.waitFor(() => expect(onRateLimit).toHaveBeenCalled());
  expect(onRateLimit.mock.calls[0]?.[0]).toBeGreaterThanOrEqual(1);
  await first;
  await wait(500);
  expect(await octokit.graphql(TITLE)).toEqual(TOLD);
});

test('the newer form of the primary limit', async () => {
  const { github } = await start({ primaryLimit: { afterCalls: 0, resetInSeconds: 60, type: 'RATE_LIMIT' } });
  expect((await post(github, TITLE)).body).toMatchObject({
    errors: [{ type: 'RATE_LIMIT', code: 'graphql_rate_limit' }],
  });
});

test.each([403, 429] as const)('the throttling plugin knows the secondary limit with %i', async (status) => {
  const { github } = await start({ secondaryLimit: { atCall: 1, retryAfterSeconds: 3, status } });
  const { octokit, onSecondaryRateLimit } = reader(github, `secondary-${status}`);
  expect(await octokit.graphql(TITLE)).toEqual(TOLD);
  expect(onSecondaryRateLimit.mock.calls[0]?.[0]).toBe(3);
  expect(github.calls.map((call) => call.status)).toEqual([status, 200]);
});

test('the secondary limit with status 200 stands among the errors', async () => {
  const { github } = await start({ secondaryLimit: { atCall: 1, retryAfterSeconds: 3, status: 200 } });
  const { headers, body } = await post(github, TITLE);
  expect(headers.get('retry-after')).toBe('3');
  expect(body).toEqual({
    errors: [{ message: expect.stringContaining('You have exceeded a secondary rate limit.') }],
  });
});

test('a connection ends early while its count tells all', async () => {
  const { ask } = await start({ truncate: { 'Repository.pullRequests': 1 } });
  expect(
    await ask(inRocket('pullRequests(first: 9) { totalCount nodes { number } pageInfo { hasNextPage } }')),
  ).toEqual({
    repository: { pullRequests: { totalCount: 2, nodes: [{ number: 1 }], pageInfo: { hasNextPage: false } } },
  });
});

test('the index of commits lags behind', async () => {
  const { github, ask } = await start({ lateIndex: [1] });
  const query = inRocket(
    `object(oid: "${oidOf('merge-1')}") { ... on Commit { associatedPullRequests(first: 9) { nodes { number } } } }`,
  );
  const told = (numbers: number[]) => ({
    repository: { object: { associatedPullRequests: { nodes: numbers.map((number) => ({ number })) } } },
  });
  expect(await ask(query)).toEqual(told([2]));
  github.faults = {};
  expect(await ask(query)).toEqual(told([1, 2]));
});

test('some of a request fails, the rest is answered', async () => {
  const { github } = await start({
    partialErrors: [
      { number: 2, message: 'Something broke' },
      { oid: oidOf('merge-1'), message: 'Resource not accessible', type: 'FORBIDDEN' },
    ],
  });
  const query = `${TWO.slice(0, -4)} c: object(oid: "${oidOf('merge-1')}") { oid } } }`;
  expect((await post(github, query)).body).toMatchObject({
    data: { repository: { a: { title: 'Change 1' }, b: null, c: null } },
    errors: [
      { path: ['repository', 'b'], message: 'Something broke' },
      { path: ['repository', 'c'], message: 'Resource not accessible', type: 'FORBIDDEN' },
    ],
  });
});
