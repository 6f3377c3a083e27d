import { expect, test } from 'vitest';
import { oidOf, type Pull, pull, worldOf } from './index.ts';
import { inRocket, started } from './testing.ts';

const COUNT = 10_000;
const PAGE =
  inRocket(`pullRequests(first: 100, states: MERGED, orderBy: {field: UPDATED_AT, direction: DESC}) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes {
    number title body author { __typename login } mergeCommit { oid } headRefOid
    commits(first: 20) { nodes { commit { oid authors(first: 5) { nodes { name user { login } } } } } }
    reviews(first: 20) { nodes { state submittedAt author { login } commit { oid } } }
    labels(first: 10) { nodes { name } } files(first: 20) { nodes { path } }
    timelineItems(first: 20, itemTypes: [RENAMED_TITLE_EVENT, HEAD_REF_FORCE_PUSHED_EVENT]) { nodes { __typename } }
  }
}`);
const BY_COMMIT = inRocket(
  Array.from(
    { length: 50 },
    (_none, index) =>
      `c${index}: object(oid: "${oidOf(`merge-${index * 100 + 1}`)}") { ... on Commit { associatedPullRequests(first: 5) { nodes { number } } } }`,
  ).join(' '),
);

const all = (): Pull[] => Array.from({ length: COUNT }, (_none, index) => pull({ number: index + 1 }));
const source = () => ({
  count: COUNT,
  state: 'MERGED' as const,
  at: (number: number) => pull({ number }),
  withCommit: (oid: string) => {
    const number = /^(?:head|merge)-(\d+)$/.exec(
      Buffer.from(oid.replace(/^(00)+/, ''), 'hex').toString(),
    )?.[1];
    return number === undefined ? [] : [Number(number)];
  },
});

test.each([
  ['in memory', all],
  ['computed when they are asked for', source],
])('ten thousand pull requests %s are answered at once', async (_how, pulls) => {
  const { ask } = await started(worldOf({ pulls: pulls() }));
  const [page, commits] = [await ask(PAGE), await ask(BY_COMMIT)];
  expect(page).toMatchObject({
    repository: { pullRequests: { totalCount: COUNT, nodes: { length: 100, 0: { number: COUNT } } } },
  });
  expect(commits).toMatchObject({
    repository: { c3: { associatedPullRequests: { nodes: [{ number: 301 }] } } },
  });
  const times = [
    await timed(() => ask(PAGE)),
    await timed(() => ask(PAGE)),
    await timed(() => ask(BY_COMMIT)),
  ];
  // Far above what it takes, so that a busy machine does not fail it, far below what a walk for each node takes.
  expect(Math.max(...times)).toBeLessThan(1500);
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
