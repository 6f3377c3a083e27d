import { describe, expect, test } from 'vitest';
import { connectedIssues } from './zenhub.ts';

function issues(body: string): string[] {
  return connectedIssues(body, 'fir/cone').map(({ repository, number }) => `${repository}#${number}`);
}

describe('connections', () => {
  test.each([
    ['Connects to #12', ['fir/cone#12']],
    ['connected to oak/acorn#12.', ['oak/acorn#12']],
    ['Connect #12', ['fir/cone#12']],
    ['Connected with: #12', ['fir/cone#12']],
    ['connect to https://github.com/oak/acorn/issues/12', ['oak/acorn#12']],
    ['Connects to #12, #13 and oak/acorn#14', ['fir/cone#12', 'fir/cone#13', 'oak/acorn#14']],
    ['Connected issues: #12 #13', ['fir/cone#12', 'fir/cone#13']],
    ['- Connects to #12\r\n- Connects to #12\r\n', ['fir/cone#12']],
    ['https://app.zenhub.com/workspaces/cones-5cb0/issues/gh/oak/acorn/12', ['oak/acorn#12']],
    ['[it](https://app.zenhub.com/workspaces/cones-5cb0/issues/oak/acorn/12)', ['oak/acorn#12']],
    ['https://app.zenhub.com/workspace/o/oak/acorn/issues/12', ['oak/acorn#12']],
    ['See https://app.zenhub.com/workspaces/a/issues/gh/a/b/2; connects to #1', ['a/b#2', 'fir/cone#1']],
  ])('%s', (body, found) => expect(issues(body)).toEqual(found));
});

describe('no connections', () => {
  test.each([
    'Fixes #12',
    'Reconnects to #12',
    'It connects to the board',
    'Connected issues: #0000',
    'Connects to #12a',
    '<!-- Connects to #12 -->',
    '<!--\nConnects to #12\n-->',
    '`Connects to #12`',
    '``Connects to #12``',
    '```\nConnects to #12\n```',
    'https://app.zenhub.com/workspaces/cones-5cb0/board',
    'https://app.zenhub.com/workspaces/cones-5cb0/issues/zh/12',
    'https://zenhub.example/workspaces/cones/issues/gh/oak/acorn/12',
    '',
  ])('%s', (body) => expect(issues(body)).toEqual([]));
});

test.each([
  'connects to #1, '.repeat(6000),
  'connect '.repeat(12_000),
  'connects to a/'.repeat(7000),
  '`'.repeat(99_999),
])('a long text takes no time: %#', (body) => {
  const start = performance.now();
  issues(body);
  expect(performance.now() - start).toBeLessThan(1000);
});
