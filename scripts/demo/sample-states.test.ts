import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readMarkdown } from '../../src/markdown/front-matter.ts';
import {
  ACCOUNT_KINDS,
  CHECK_CONCLUSIONS,
  type Change,
  ChangeSchema,
  LANDING_METHODS,
  type PullRequest,
  REVIEW_STATES,
} from '../../src/records/index.ts';

const LEDGER = path.resolve('content/ledger');

let changes: Change[];
let pulls: PullRequest[];

beforeAll(async () => {
  const files = (await readdir(LEDGER, { recursive: true })).filter((file) =>
    /changes\/[^/]+\.md$/.test(file),
  );
  changes = await Promise.all(
    files.map(
      async (file) => readMarkdown(await readFile(path.join(LEDGER, file), 'utf8'), ChangeSchema, file).data,
    ),
  );
  pulls = changes.flatMap(({ pullRequests = [] }) => pullRequests);
});

test('the sample shows every way to land, and every place that gives words', () => {
  const methods = new Set(changes.map(({ method }) => method));
  expect([...LANDING_METHODS].filter((method) => !methods.has(method))).toEqual([]);
  const words = new Set(changes.map(({ wordsFrom }) => wordsFrom));
  for (const from of [
    'override block',
    'release-note fence',
    'release-note section',
    'title at the merge',
  ] as const)
    expect(words).toContain(from);
});

test('the sample shows every review, check and account that the records know', () => {
  const reviews = new Set(pulls.flatMap((pull) => pull.reviews ?? []).map(({ state }) => state));
  expect(REVIEW_STATES.filter((state) => !reviews.has(state))).toEqual([]);
  const checks = new Set(pulls.flatMap((pull) => pull.checks ?? []).map(({ conclusion }) => conclusion));
  expect(CHECK_CONCLUSIONS.filter((conclusion) => !checks.has(conclusion))).toEqual([]);
  const accounts = [
    ...pulls.flatMap(({ author, merger }) => [author, merger]),
    ...pulls.flatMap(({ reviews = [] }) => reviews.map(({ author }) => author)),
    ...pulls.flatMap(({ forcePushes = [] }) => forcePushes.map(({ by }) => by)),
  ];
  const kinds = new Set(accounts.map((account) => account?.kind));
  expect(ACCOUNT_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('the sample shows pull requests of every state, and what GitHub has lost', () => {
  expect(new Set(pulls.map(({ state }) => state))).toEqual(new Set(['merged', 'closed', 'open']));
  const shows: Record<string, (pull: PullRequest) => boolean> = {
    'an author who is gone': ({ author }) => author === null,
    'a fork that is gone': ({ author, headOwner }) => author !== null && headOwner === null,
    'a merge commit that is gone': ({ state, mergeCommit }) => state === 'merged' && mergeCommit === null,
    'a new title': ({ titleAtMerge }) => titleAtMerge !== undefined,
    'a new description': ({ editedAt, mergedAt }) => (editedAt ?? '') > (mergedAt ?? '~'),
    'an issue elsewhere': ({ linkedIssues = [], repository }) =>
      linkedIssues.some((issue) => issue.how === 'closes' && issue.repository !== repository),
    'an issue in ZenHub': ({ linkedIssues = [] }) => linkedIssues.some(({ how }) => how === 'zenhub'),
    'a review of a commit that is gone': ({ reviews = [] }) => reviews.some(({ commit }) => commit === null),
    'a reviewer without the right to merge': ({ reviews = [] }) => reviews.some(({ mayPush }) => !mayPush),
    'a review that was taken back': ({ reviews = [] }) =>
      reviews.some(({ dismissed }) => dismissed?.because !== undefined),
  };
  for (const [what, shown] of Object.entries(shows)) expect(pulls.some(shown), what).toBe(true);
});
