import { expect, test } from 'vitest';
import { oidOf, pull, type World, worldOf } from './index.ts';
import { inRocket, started } from './testing.ts';

async function ofCommit(world: World, seed: string, selection: string): Promise<unknown> {
  const { ask } = await started(world);
  const answer = await ask(inRocket(`object(oid: "${oidOf(seed)}") { ... on Commit { ${selection} } }`));
  return (answer as { repository: { object: unknown } }).repository.object;
}

const PULLS = 'associatedPullRequests(first: 9) { nodes { number state baseRepository { nameWithOwner } } }';

test('a commit knows every pull request that contains it, also open and foreign ones', async () => {
  const world = worldOf({
    pulls: [
      pull({ number: 1, mergeCommit: oidOf('x') }),
      pull({ number: 2, landed: [oidOf('y'), oidOf('x')] }),
      pull({ number: 3, state: 'OPEN', alsoContains: [oidOf('x')] }),
      pull({ number: 4, state: 'CLOSED', commits: [{ oid: oidOf('x') }] }),
      pull({ number: 5, baseRepository: 'forker/rocket', alsoContains: [oidOf('x')] }),
      pull({ number: 6 }),
    ],
  });
  const own = { nameWithOwner: 'acme/rocket' };
  expect(await ofCommit(world, 'x', PULLS)).toEqual({
    associatedPullRequests: {
      nodes: [
        { number: 1, state: 'MERGED', baseRepository: own },
        { number: 2, state: 'MERGED', baseRepository: own },
        { number: 3, state: 'OPEN', baseRepository: own },
        { number: 4, state: 'CLOSED', baseRepository: own },
        { number: 5, state: 'MERGED', baseRepository: { nameWithOwner: 'forker/rocket' } },
      ],
    },
  });
  const { ask } = await started(world);
  await expect(ask(inRocket('pullRequest(number: 5) { id }'))).rejects.toThrow('number of 5');
  expect(await ask(inRocket('pullRequests { totalCount }'))).toMatchObject({
    repository: { pullRequests: { totalCount: 5 } },
  });
});

test('an unknown commit is null without an error', async () => {
  expect(await ofCommit(worldOf({}), 'nowhere', 'oid')).toBeNull();
});

test('authors stand before co-authors, with accounts where there are any', async () => {
  const world = worldOf(
    {
      commits: [
        {
          oid: oidOf('x'),
          message: 'Do it\n\nBecause.',
          author: { name: 'Ada', email: 'ada@example.com' },
          coAuthors: ['rex-reviews', { name: 'Bot', email: 'bot@example.com', login: 'dependabot' }],
        },
      ],
    },
    { accounts: { dependabot: { kind: 'bot', id: 49 } } },
  );
  expect(
    await ofCommit(
      world,
      'x',
      'messageHeadline messageBody authors(first: 9) { totalCount nodes { name user { login databaseId } } }',
    ),
  ).toEqual({
    messageHeadline: 'Do it',
    messageBody: 'Because.',
    authors: {
      totalCount: 3,
      nodes: [
        { name: 'Ada', user: null },
        { name: 'rex-reviews', user: { login: 'rex-reviews', databaseId: expect.any(Number) } },
        { name: 'Bot', user: { login: 'dependabot[bot]', databaseId: 49 } },
      ],
    },
  });
});

test.each([
  ['SUCCESS', [{ name: 'build' }, { context: 'ci/lint' }, { name: 'docs', conclusion: 'SKIPPED' }]],
  [
    'FAILURE',
    [
      { name: 'build', conclusion: 'TIMED_OUT' },
      { context: 'ci/lint', state: 'PENDING' },
    ],
  ],
  ['ERROR', [{ name: 'build' }, { context: 'ci/lint', state: 'ERROR' }]],
  ['PENDING', [{ name: 'build', status: 'IN_PROGRESS' }]],
] as const)('checks roll up to %s', async (state, checks) => {
  const world = worldOf({ pulls: [pull({ number: 1, checks: [...checks] })] });
  expect(
    await ofCommit(world, 'head-1', 'statusCheckRollup { state contexts(first: 9) { totalCount } }'),
  ).toEqual({
    statusCheckRollup: { state, contexts: { totalCount: checks.length } },
  });
});

test('checks tell who reported them', async () => {
  const checks = [
    { name: 'build', app: 'Strict CI' },
    { name: 'old', app: null },
    { context: 'ci', creator: null },
  ];
  const world = worldOf({ pulls: [pull({ number: 1, checks })] });
  const contexts = `contexts(first: 9) { nodes {
    ... on CheckRun { name conclusion checkSuite { app { name slug } } }
    ... on StatusContext { context statusState: state creator { login } } } }`;
  expect(
    await ofCommit(world, 'head-1', `statusCheckRollup { ${contexts} } checkSuites(first: 9) { totalCount }`),
  ).toEqual({
    statusCheckRollup: {
      contexts: {
        nodes: [
          {
            name: 'build',
            conclusion: 'SUCCESS',
            checkSuite: { app: { name: 'Strict CI', slug: 'strict-ci' } },
          },
          { name: 'old', conclusion: 'SUCCESS', checkSuite: { app: null } },
          { context: 'ci', statusState: 'SUCCESS', creator: null },
        ],
      },
    },
    checkSuites: { totalCount: 2 },
  });
  const merged = await ofCommit(world, 'merge-1', 'message statusCheckRollup { state }');
  expect(merged).toEqual({ message: 'Change 1 (#1)', statusCheckRollup: null });
});
