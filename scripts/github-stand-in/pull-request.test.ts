import { expect, test } from 'vitest';
import { hour, oidOf, pull, type World, worldOf } from './index.ts';
import { inRocket, started } from './testing.ts';

const ACTOR = '{ __typename login ... on User { databaseId } ... on Bot { databaseId } }';

async function asked(world: World, selection: string): Promise<unknown> {
  const { ask } = await started(world);
  const answer = (await ask(inRocket(selection))) as { repository: unknown };
  return answer.repository;
}

test('actors have their kinds, and are null when they are gone', async () => {
  const world = worldOf(
    {
      pulls: [
        pull({ number: 1, author: 'dependabot', mergedBy: null }),
        pull({ number: 2, author: null }),
        pull({ number: 3, author: 'old-hand', mergedBy: 'acme' }),
        pull({ number: 4, author: 'ada_acme' }),
      ],
    },
    {
      accounts: {
        dependabot: { kind: 'bot', id: 49 },
        'old-hand': { kind: 'mannequin' },
        acme: { kind: 'organization' },
        ada_acme: { kind: 'enterprise' },
        'mia-merges': { id: 77 },
      },
    },
  );
  expect(
    await asked(world, `pullRequests(first: 9) { nodes { author ${ACTOR} mergedBy ${ACTOR} } }`),
  ).toEqual({
    pullRequests: {
      nodes: [
        { author: { __typename: 'Bot', login: 'dependabot', databaseId: 49 }, mergedBy: null },
        { author: null, mergedBy: { __typename: 'User', login: 'mia-merges', databaseId: 77 } },
        {
          author: { __typename: 'Mannequin', login: 'old-hand' },
          mergedBy: { __typename: 'Organization', login: 'acme' },
        },
        {
          author: { __typename: 'EnterpriseUserAccount', login: 'ada_acme' },
          mergedBy: { __typename: 'User', login: 'mia-merges', databaseId: 77 },
        },
      ],
    },
  });
});

test('tells a pull request whole', async () => {
  const described = pull({
    number: 12,
    title: 'Faster start',
    headOwner: null,
    labels: ['bug'],
    milestone: '1.2',
    closes: [5, 'acme/docs#7'],
    files: [{ path: 'a.ts', additions: 3, deletions: 2, changeType: 'ADDED' }],
  });
  const world = worldOf({ pulls: [described], issues: [{ number: 5, title: 'Slow start' }] });
  world.repositories.push({ owner: 'acme', name: 'docs', issues: [{ number: 7, title: 'Tell of it' }] });
  expect(
    await asked(
      world,
      `pullRequest(number: 12) {
        number title body state merged mergedAt createdAt updatedAt lastEditedAt url fullDatabaseId
        baseRefName headRefName headRefOid isCrossRepository headRepository { name } headRepositoryOwner { login }
        baseRepository { nameWithOwner } mergeCommit { oid } additions deletions changedFiles reviewDecision
        labels(first: 9) { nodes { name } } milestone { title } comments { totalCount }
        closingIssuesReferences(first: 9) { nodes { number title repository { nameWithOwner } } }
        files(first: 9) { nodes { path additions deletions changeType } }
      }`,
    ),
  ).toEqual({
    pullRequest: {
      number: 12,
      title: 'Faster start',
      body: 'Body of 12.',
      state: 'MERGED',
      merged: true,
      mergedAt: hour(123),
      createdAt: hour(120),
      updatedAt: hour(123),
      lastEditedAt: null,
      url: 'https://github.com/acme/rocket/pull/12',
      fullDatabaseId: expect.stringMatching(/^\d+$/),
      baseRefName: 'main',
      headRefName: 'topic-12',
      headRefOid: oidOf('head-12'),
      isCrossRepository: true,
      headRepository: null,
      headRepositoryOwner: null,
      baseRepository: { nameWithOwner: 'acme/rocket' },
      mergeCommit: { oid: oidOf('merge-12') },
      additions: 3,
      deletions: 2,
      changedFiles: 1,
      reviewDecision: 'APPROVED',
      labels: { nodes: [{ name: 'bug' }] },
      milestone: { title: '1.2' },
      comments: { totalCount: 0 },
      closingIssuesReferences: {
        nodes: [
          { number: 5, title: 'Slow start', repository: { nameWithOwner: 'acme/rocket' } },
          { number: 7, title: 'Tell of it', repository: { nameWithOwner: 'acme/docs' } },
        ],
      },
      files: { nodes: [{ path: 'a.ts', additions: 3, deletions: 2, changeType: 'ADDED' }] },
    },
  });
});

test('reviews and the timeline stand in the order of time', async () => {
  const described = pull({
    number: 1,
    renames: [{ at: hour(12.5), by: 'ada-writes', from: 'Old', to: 'New' }],
    forcePushes: [{ at: hour(12), by: 'ada-writes', before: oidOf('gone'), after: null }],
    reviews: [
      {
        author: 'rex-reviews',
        at: hour(11),
        commit: null,
        mayPush: false,
        dismissed: { by: 'mia-merges', at: hour(12.2), message: 'Stale' },
      },
    ],
  });
  expect(
    await asked(
      worldOf({ pulls: [described] }),
      `pullRequest(number: 1) {
        reviews(first: 9) { nodes { state submittedAt authorCanPushToRepository includesCreatedEdit commit { oid } author { login } } }
        timelineItems(first: 9, itemTypes: [MERGED_EVENT, RENAMED_TITLE_EVENT, REVIEW_DISMISSED_EVENT, HEAD_REF_FORCE_PUSHED_EVENT]) {
          totalCount filteredCount
          nodes {
            __typename
            ... on HeadRefForcePushedEvent { createdAt actor { login } beforeCommit { oid } afterCommit { oid } }
            ... on ReviewDismissedEvent { previousReviewState dismissalMessage actor { login } review { author { login } } }
            ... on RenamedTitleEvent { previousTitle currentTitle }
            ... on MergedEvent { commit { oid } mergeRefName }
          }
        }
      }`,
    ),
  ).toEqual({
    pullRequest: {
      reviews: {
        nodes: [
          {
            state: 'DISMISSED',
            submittedAt: hour(11),
            authorCanPushToRepository: false,
            includesCreatedEdit: false,
            commit: null,
            author: { login: 'rex-reviews' },
          },
        ],
      },
      timelineItems: {
        totalCount: 7,
        filteredCount: 4,
        nodes: [
          {
            __typename: 'HeadRefForcePushedEvent',
            createdAt: hour(12),
            actor: { login: 'ada-writes' },
            beforeCommit: { oid: oidOf('gone') },
            afterCommit: null,
          },
          {
            __typename: 'ReviewDismissedEvent',
            previousReviewState: 'APPROVED',
            dismissalMessage: 'Stale',
            actor: { login: 'mia-merges' },
            review: { author: { login: 'rex-reviews' } },
          },
          { __typename: 'RenamedTitleEvent', previousTitle: 'Old', currentTitle: 'New' },
          { __typename: 'MergedEvent', commit: { oid: oidOf('merge-1') }, mergeRefName: 'main' },
        ],
      },
    },
  });
});

test('a pull request is found again by its id', async () => {
  const { ask } = await started(worldOf({ pulls: [pull({ number: 3 })] }));
  const { repository } = (await ask(inRocket('pullRequest(number: 3) { id }'))) as {
    repository: { pullRequest: { id: string } };
  };
  const query = 'query($id: ID!) { node(id: $id) { __typename ... on PullRequest { number } } }';
  expect(await ask(query, repository.pullRequest)).toEqual({
    node: { __typename: 'PullRequest', number: 3 },
  });
  await expect(ask(query, { id: 'PR_none' })).rejects.toThrow(
    "Could not resolve to a node with the global id of 'PR_none'",
  );
});

test('an issue and a pull request share their numbers', async () => {
  const world = worldOf({
    pulls: [pull({ number: 1 })],
    issues: [{ number: 2, title: 'Slow', state: 'OPEN' }],
  });
  const which = '{ __typename ... on PullRequest { number } ... on Issue { title state } }';
  expect(
    await asked(world, `a: issueOrPullRequest(number: 1) ${which} b: issueOrPullRequest(number: 2) ${which}`),
  ).toEqual({
    a: { __typename: 'PullRequest', number: 1 },
    b: { __typename: 'Issue', title: 'Slow', state: 'OPEN' },
  });
});
