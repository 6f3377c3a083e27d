import { expect, test } from 'vitest';
import { hour, oidOf, worldOf } from './index.ts';
import { inRocket, started } from './testing.ts';

const SELECTION = 'deployments(first: 9) { nodes { id databaseId state statuses(first: 1) { totalCount } } }';

interface Answer {
  repository: { deployments: { nodes: { id: string; databaseId: number | null; state: string }[] } };
}

test('deployments have the number and the state that are described, else one of their own', async () => {
  const described = { environment: 'production', commit: oidOf('d') };
  const { ask } = await started(
    worldOf({
      deployments: [
        { ...described, createdAt: hour(1), id: 7, state: 'ABANDONED' },
        { ...described, createdAt: hour(2), id: null },
        { ...described, createdAt: hour(3), statuses: [{ state: 'SUCCESS', at: hour(4) }] },
      ],
    }),
  );
  const { repository } = await ask<Answer>(inRocket(SELECTION));
  expect(repository.deployments.nodes).toMatchObject([
    { databaseId: 7, state: 'ABANDONED' },
    { databaseId: null, state: 'PENDING' },
    { databaseId: expect.any(Number), state: 'ACTIVE' },
  ]);
});

test('a deployment is found by its node id, and its statuses go on there', async () => {
  const statuses = [1, 2, 3].map((at) => ({ state: 'IN_PROGRESS' as const, at: hour(at) }));
  const deployment = { environment: 'production', commit: oidOf('d'), createdAt: hour(1), statuses };
  const { ask } = await started(
    worldOf({
      deployments: [
        { ...deployment, id: 7 },
        { ...deployment, id: 8 },
      ],
    }),
  );
  const { repository } = await ask<Answer>(inRocket(SELECTION));
  const id = repository.deployments.nodes[1]?.id;
  const page = 'statuses(first: 2) { totalCount pageInfo { hasNextPage } nodes { createdAt } }';
  expect(await ask(`{ node(id: "${id}") { ... on Deployment { databaseId ${page} } } }`)).toEqual({
    node: {
      databaseId: 8,
      statuses: {
        totalCount: 3,
        pageInfo: { hasNextPage: true },
        nodes: [{ createdAt: hour(3) }, { createdAt: hour(2) }],
      },
    },
  });
  await expect(ask('{ node(id: "DE_bm93aGVyZQ") { id } }')).rejects.toThrow(/Could not resolve to a node/);
});
