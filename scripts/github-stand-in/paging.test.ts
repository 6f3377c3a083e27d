import { Octokit } from '@octokit/core';
import { paginateGraphQL } from '@octokit/plugin-paginate-graphql';
import { expect, test } from 'vitest';
import { type Check, hour, oidOf, type Pull, pull, type World, worldOf } from './index.ts';
import { inRocket, post, started } from './testing.ts';

const COUNT = 7;
const numbers = Array.from({ length: COUNT }, (_none, index) => index + 1);

/** A pull request and a repository with seven of everything. */
const rich: Pull = pull({
  number: 50,
  commits: numbers.map((each) => ({ oid: oidOf(`c${each}`), authoredAt: hour(each), coAuthors: people() })),
  reviews: numbers.map((each) => ({ author: `reviewer-${each}`, at: hour(500 + each) })),
  labels: numbers.map((each) => `label-${each}`),
  closes: numbers.map((each) => 100 + each),
  files: COUNT,
  renames: numbers.map((each) => ({ at: hour(520 + each), by: null, from: 'a', to: 'b' })),
  checks: numbers.map((each): Check => (each % 2 ? { name: `run-${each}` } : { context: `ci/${each}` })),
});
const world: World = worldOf({
  pulls: [...numbers.map((number) => pull({ number, alsoContains: [oidOf('shared')] })), rich],
  commits: [{ oid: oidOf('shared') }],
  issues: numbers.map((each) => ({ number: 100 + each, title: `Issue ${each}` })),
  releases: numbers.map((each) => ({ tag: `v${each}`, createdAt: hour(each) })),
  deployments: numbers.map((each) => ({
    environment: 'production',
    commit: oidOf('shared'),
    createdAt: hour(each),
  })),
});

function people(): string[] {
  return numbers.slice(1).map((each) => `helper-${each}`);
}

const inPull = (connection: string) => `pullRequest(number: 50) { ${connection} }`;
const inHead = (connection: string) => `object(oid: "${oidOf('c7')}") { ... on Commit { ${connection} } }`;
const inRollup = (connection: string) => inHead(`statusCheckRollup { ${connection} }`);
const itself = (connection: string) => connection;
const renamed = 'itemTypes: [RENAMED_TITLE_EVENT], ';

test.each([
  ['pullRequests', COUNT + 1, '', '{ number }', itself],
  ['issues', COUNT, '', '{ number }', itself],
  ['releases', COUNT, '', '{ tagName }', itself],
  ['deployments', COUNT, '', '{ createdAt }', itself],
  ['commits', COUNT, '', '{ commit { oid } }', inPull],
  ['reviews', COUNT, '', '{ author { login } }', inPull],
  ['labels', COUNT, '', '{ name }', inPull],
  ['closingIssuesReferences', COUNT, '', '{ number title }', inPull],
  ['files', COUNT, '', '{ path }', inPull],
  ['timelineItems', COUNT, renamed, '{ ... on RenamedTitleEvent { createdAt } }', inPull],
  ['authors', COUNT, '', '{ name }', inHead],
  ['associatedPullRequests', 1, '', '{ number }', inHead],
  ['contexts', COUNT, '', '{ ... on CheckRun { name } ... on StatusContext { context } }', inRollup],
] as const)('%s are paged to the end', async (connection, count, filter, node, within) => {
  const { ask } = await started(world);
  const parts = `pageInfo { hasNextPage endCursor } nodes ${node} edges { cursor node ${node} }`;
  const query = `query($after: String) ${inRocket(within(`${connection}(${filter}first: 3, after: $after) { ${parts} }`))}`;
  const seen = new Set<string>();
  let page: Page = { pageInfo: { hasNextPage: true, endCursor: null }, nodes: [], edges: [] };
  for (let asked = 0; page.pageInfo.hasNextPage && asked < 10; asked++) {
    page = pageIn(await ask(query, { after: page.pageInfo.endCursor }));
    expect(page.nodes.length).toBeLessThanOrEqual(3);
    expect(page.edges.map((edge) => edge.node)).toEqual(page.nodes);
    expect(page.edges.at(-1)?.cursor).toBe(page.pageInfo.endCursor);
    for (const each of page.nodes) seen.add(JSON.stringify(each));
  }
  expect(seen.size).toBe(count);
});

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: unknown[];
  edges: { cursor: string; node: unknown }[];
}

/** The only page in an answer. */
function pageIn(answer: unknown): Page {
  if (typeof answer === 'object' && answer !== null && 'pageInfo' in answer) return answer as Page;
  return pageIn(Object.values(answer as object)[0]);
}

test('the paging plugin walks it', async () => {
  const { github } = await started(world);
  const Client = Octokit.plugin(paginateGraphQL);
  const octokit = new Client({ auth: 'secret', baseUrl: github.baseUrl });
  const answer: { repository: { pullRequests: { nodes: unknown[] } } } = await octokit.graphql.paginate(
    `query($cursor: String) ${inRocket('pullRequests(first: 2, after: $cursor) { nodes { number } pageInfo { hasNextPage endCursor } }')}`,
  );
  expect(answer.repository.pullRequests.nodes).toHaveLength(8);
});

test('the last ones, and what is before a cursor', async () => {
  const { ask } = await started(world);
  const query = (page: string) =>
    inRocket(
      inPull(
        `commits(${page}) { totalCount nodes { commit { oid } } pageInfo { startCursor hasPreviousPage } }`,
      ),
    );
  const last = await ask(query('last: 1'));
  expect(pageIn(last).nodes).toEqual([{ commit: { oid: oidOf('c7') } }]);
  const { startCursor } = pageIn(last).pageInfo as unknown as { startCursor: string };
  const before = await ask(query(`last: 2, before: "${startCursor}"`));
  expect(pageIn(before).nodes).toEqual([{ commit: { oid: oidOf('c5') } }, { commit: { oid: oidOf('c6') } }]);
});

test('what is updated while it is paged neither hides nor repeats the others', async () => {
  const { github, ask } = await started(worldOf({ pulls: [1, 2, 3, 4].map((number) => pull({ number })) }));
  const query = `query($after: String) ${inRocket('pullRequests(first: 2, after: $after, states: MERGED, orderBy: {field: UPDATED_AT, direction: DESC}) { nodes { number } pageInfo { endCursor hasNextPage } }')}`;
  const first = pageIn(await ask(query));
  const pulls = github.world.repositories[0]?.pulls as Pull[];
  (pulls[0] as Pull).updatedAt = hour(9000);
  const second = pageIn(await ask(query, { after: first.pageInfo.endCursor }));
  expect([first.nodes, second.nodes]).toEqual([[{ number: 4 }, { number: 3 }], [{ number: 2 }]]);
  expect(pageIn(await ask(query)).nodes).toEqual([{ number: 1 }, { number: 4 }]);
});

test('page sizes must be told, up to a hundred, but not for counts', async () => {
  const { github } = await started(world);
  const { body } = await post(github, inRocket('pullRequests { nodes { number } }'));
  expect(body).toEqual({
    data: { repository: null },
    errors: [
      {
        type: 'MISSING_PAGINATION_BOUNDARIES',
        path: ['repository', 'pullRequests'],
        locations: [{ line: 1, column: 47 }],
        message:
          'You must provide a `first` or `last` value to properly paginate the `pullRequests` connection.',
      },
    ],
  });
  const excessive = await post(github, inRocket('pullRequests(first: 101) { nodes { number } }'));
  expect(excessive.body).toMatchObject({
    errors: [
      {
        type: 'EXCESSIVE_PAGINATION',
        message:
          'Requesting 101 records on the `pullRequests` connection exceeds the `first` limit of 100 records.',
      },
    ],
  });
  const counted = await post(github, inRocket('pullRequests(states: MERGED) { totalCount }'));
  expect(counted.body).toEqual({ data: { repository: { pullRequests: { totalCount: 8 } } } });
  const wrong = await post(github, inRocket('pullRequests(first: 1, after: "bogus") { nodes { number } }'));
  expect(wrong.body).toMatchObject({ errors: [{ type: 'INVALID_CURSOR_ARGUMENTS' }] });
});

test('more than half a million nodes are refused before anything runs', async () => {
  const { github, ask } = await started(world);
  const nested = (size: string) =>
    inRocket(
      `pullRequests(first: 100) { nodes { commits(first: 100) { nodes { commit { authors(first: ${size}) { totalCount } } } } } }`,
    );
  const refused = {
    type: 'MAX_NODE_LIMIT_EXCEEDED',
    message: 'This query requests up to 1,010,100 possible nodes which exceeds the maximum limit of 500,000.',
  };
  expect((await post(github, nested('100'))).body).toEqual({ errors: [refused] });
  const byVariable = `query($size: Int = 100) ${nested('$size')}`;
  expect((await post(github, byVariable)).body).toEqual({ errors: [refused] });
  await expect(ask(byVariable, { size: 1 })).resolves.toBeDefined();
  expect(await ask(`{ rateLimit { cost nodeCount limit } ${nested('1').slice(1)}`)).toMatchObject({
    rateLimit: { cost: 101, nodeCount: 20_100, limit: 5000 },
  });
});
