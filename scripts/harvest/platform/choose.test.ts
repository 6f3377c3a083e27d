import { describe, expect, test } from 'vitest';
import { drawnGraph } from '../../testing/drawn-graph.ts';
import { choosePullRequest } from './choose.ts';
import type { CandidatePull, PlatformFacts } from './facts.ts';

const LINE = 'a b:a c:b x:a d:c,x';

/** Facts drawn as text: "b:12@c" is that #12, merged with c, holds b; "!" behind it that it is not merged here. */
function factsOf(drawing: string): PlatformFacts {
  const held = new Map<string, CandidatePull[] | null>();
  for (const row of drawing.split(' ')) {
    const [commit = '', rest = ''] = row.split(':');
    const match = /^(\d+)@(\w*)(!?)$/.exec(rest);
    const known = held.get(commit) ?? [];
    if (match === null) held.set(commit, rest === '?' ? null : known);
    else {
      const [, number, merge, not] = match;
      held.set(commit, [
        ...known,
        { number: Number(number), mergedHere: not === '', mergeCommit: merge || null },
      ]);
    }
  }
  return {
    repository: 'acme/rocket',
    candidates: (commit) => held.get(commit),
    numbered: () => undefined,
    release: () => undefined,
  };
}

function chosen(commit: string, drawing: string) {
  const { graph, at } = drawnGraph(LINE);
  const choice = choosePullRequest(at(commit), graph, factsOf(drawing));
  return choice && { ...choice, rebasedInto: choice.rebasedInto?.id ?? null };
}

test('a commit that was not asked for has no choice', () => {
  expect(chosen('b', 'a:')).toBeNull();
});

test.each([
  ['c', 'c:12@c', 12, null, 'GitHub merged #12 with this commit'],
  ['c', 'c:11@b c:12@c c:13@!', 12, null, 'GitHub merged #12 with this commit'],
  ['d', 'd:12@d', 12, null, 'GitHub merged #12 with this commit'],
  ['b', 'b:12@c c:12@c', 12, 'c', 'GitHub merged #12 by rebasing its commits, of which this is one'],
  ['c', 'c:12@c!', null, null, 'GitHub knows no pull request for it'],
  ['c', 'c:12@', null, null, 'GitHub merged #12 with another commit'],
  ['c', 'c:12@gone', null, null, 'GitHub merged #12 with another commit'],
  ['c', 'c:', null, null, 'GitHub knows no pull request for it'],
  ['c', 'c:?', null, null, 'GitHub does not know the commit'],
  ['b', 'b:12@c c:', null, null, 'GitHub merged #12 with another commit'],
  ['x', 'x:12@d d:12@d', null, null, 'GitHub merged #12 with another commit'],
  ['c', 'c:12@b b:12@b', null, null, 'GitHub merged #12 with another commit'],
])('%s with %s is of %s', (commit, drawing, number, rebasedInto, because) => {
  expect(chosen(commit, drawing)).toEqual({ number, rebasedInto, several: [], because });
});

describe('several that claim one commit', () => {
  test('are all named, in their order, and none is taken', () => {
    expect(chosen('c', 'c:13@c c:12@c')).toMatchObject({
      number: null,
      several: [12, 13],
      because: 'GitHub merged #12, #13 with it: none is taken for certain',
    });
  });

  test('by rebasing are told by the one whose last commit it is', () => {
    expect(chosen('b', 'b:12@b b:13@c c:13@c')).toMatchObject({ number: 12, rebasedInto: null });
  });
});
