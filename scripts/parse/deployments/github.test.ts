import { expect, test } from 'vitest';
import type { DeploymentAnswer, DeploymentStatusAnswer } from '../../sources/github/answers.ts';
import { parseDeployment } from './github.ts';
import { numberInNodeId } from './node-number.ts';

const time = (minute: number) => `2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`;
const instant = (minute: number) => time(minute).replace('Z', '+00:00');

/** Statuses in the order of time; GitHub gives the newest first. */
function answer(states: string[], more: Partial<DeploymentAnswer> = {}): DeploymentAnswer {
  const statuses = states.map(
    (state, at): DeploymentStatusAnswer => ({
      state,
      createdAt: time(at + 1),
      description: `${state} it is`,
      logUrl: at === 0 ? '' : `https://ci.example.org/${at}`,
    }),
  );
  return {
    id: 'DE_x',
    databaseId: 12,
    environment: 'Prod',
    task: 'deploy',
    description: null,
    createdAt: time(0),
    commitOid: 'a'.repeat(40),
    ref: { name: 'v1.26.3', prefix: 'refs/tags/' },
    creator: { login: 'tomasz' },
    state: 'PENDING',
    statuses: {
      totalCount: states.length,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: statuses.reverse(),
    },
    ...more,
  };
}

test('a deployment as GitHub tells it', () => {
  expect(parseDeployment(answer(['QUEUED', 'IN_PROGRESS', 'SUCCESS'], { state: 'ACTIVE' }))).toEqual({
    id: 12,
    environment: 'Prod',
    commit: 'a'.repeat(40),
    tag: 'v1.26.3',
    creator: 'tomasz',
    isRollback: false,
    at: instant(2),
    finishedAt: instant(3),
    outcome: 'succeeded',
    url: 'https://ci.example.org/2',
    words: '',
  });
});

test.each([
  ['SUCCESS', 'ACTIVE', 'succeeded', 1],
  ['SUCCESS INACTIVE', 'INACTIVE', 'succeeded', 1],
  ['SUCCESS INACTIVE', 'DESTROYED', 'succeeded', 1],
  ['SUCCESS SUCCESS', 'ACTIVE', 'succeeded', 1],
  ['FAILURE', 'FAILURE', 'failed', 1],
  ['ERROR', 'ERROR', 'failed', 1],
  ['FAILURE INACTIVE', 'INACTIVE', 'failed', 1],
  ['FAILURE IN_PROGRESS SUCCESS', 'ACTIVE', 'succeeded', 3],
  ['SUCCESS ERROR FAILURE', 'FAILURE', 'failed', 2],
  ['', 'PENDING', 'running', null],
  ['', 'ABANDONED', 'unknown', null],
  ['QUEUED', 'QUEUED', 'running', null],
  ['PENDING', 'PENDING', 'running', null],
  ['WAITING', 'WAITING', 'running', null],
  ['IN_PROGRESS', 'IN_PROGRESS', 'running', null],
  ['IN_PROGRESS', 'ABANDONED', 'unknown', null],
  ['IN_PROGRESS', 'DESTROYED', 'unknown', null],
  ['IN_PROGRESS INACTIVE', 'INACTIVE', 'unknown', null],
  ['INACTIVE', 'INACTIVE', 'unknown', null],
  ['SOMETHING_NEW', null, 'unknown', null],
])('statuses %s of a deployment that is %s: %s', (states, state, outcome, end) => {
  const parsed = parseDeployment(answer(states.split(' ').filter(Boolean), { state }));
  expect(parsed).toMatchObject({ outcome, finishedAt: end === null ? null : instant(end) });
});

test('it began when it was in progress, else when it was created, and never after its end', () => {
  expect(parseDeployment(answer(['WAITING', 'IN_PROGRESS', 'IN_PROGRESS'])).at).toBe(instant(2));
  expect(parseDeployment(answer(['WAITING'])).at).toBe(instant(0));
  expect(parseDeployment(answer(['SUCCESS', 'IN_PROGRESS'])).at).toBe(instant(0));
});

test('branches and bare commits are no tags', () => {
  expect(parseDeployment(answer([], { ref: { name: 'v1.26.3', prefix: 'refs/heads/' } })).tag).toBeNull();
  expect(parseDeployment(answer([], { ref: null })).tag).toBeNull();
});

test('only a failure says why, beside what whoever asked said', () => {
  expect(parseDeployment(answer(['FAILURE'], { description: 'Hot fix' })).words).toBe(
    'Hot fix\nFAILURE it is',
  );
  expect(parseDeployment(answer(['SUCCESS'], { description: ' ' })).words).toBe('');
});

test.each(['rollback', 'Roll-back', 'rollback:api'])('the task "%s" is a rollback', (task) => {
  expect(parseDeployment(answer([], { task })).isRollback).toBe(true);
});

test('what is missing is null', () => {
  const bare = { databaseId: null, environment: null, creator: null, statuses: null, task: null };
  expect(parseDeployment(answer([], bare))).toMatchObject({
    id: null,
    environment: '',
    creator: null,
    url: null,
  });
});

test.each([
  ['DE_kwDOAAAAAc5QFvEm', 0x5016f126],
  [
    `DE_${Buffer.from([0x93, 0, 0xce, 0, 0, 0, 1, 0xcf, 0, 0, 0, 1, 0, 0, 0, 2]).toString('base64url')}`,
    2 ** 32 + 2,
  ],
  ['DE_kwDOAAAAAc4AAAAA', null],
  ['DE_kwDOAAAAAc5QFvE', null],
  ['DE_kwDO', null],
  ['MDEwOkRlcGxveW1lbnQx', null],
  ['DE_', null],
  ['', null],
])('the node id %s has number %s', (id, number) => {
  expect(numberInNodeId(id)).toBe(number);
});
