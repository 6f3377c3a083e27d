import { expect, test } from 'vitest';
import { drawnGraph, letters } from '../testing/drawn-graph.ts';
import { claimRanges, orderByHistory } from './release-order.ts';

const LINES = 'a b:a c:b r:b s:r';

function order(drawing: string, releases: Record<string, string>): string[] {
  const { graph, at } = drawnGraph(drawing);
  const points = Object.entries(releases).map(([version, id]) => ({ version, commit: at(id) }));
  const versions = orderByHistory(graph, points).map(({ version }) => version);
  expect(orderByHistory(graph, points.toReversed()).map(({ version }) => version)).toEqual(versions);
  return versions;
}

test.each([
  ['versions decide between lines', { '2.0': 'c', '1.1': 's', '1.0': 'b' }, ['1.0', '1.1', '2.0']],
  ['history decides on a line', { '0.58.0': 'c', '1.0.0-rc1': 'b' }, ['1.0.0-rc1', '0.58.0']],
  ['one commit, several versions', { '1.1': 'b', '1.0': 'b', '1.0-rc1': 'b' }, ['1.0-rc1', '1.0', '1.1']],
  [
    'a low version far up brings what it reaches',
    { '3.0': 'b', '2.0': 'a', '1.0': 'c' },
    ['2.0', '3.0', '1.0'],
  ],
])('%s', (_name, releases, expected) => expect(order(LINES, releases)).toEqual(expected));

test('every commit goes to the first release that reaches it; none without a tip', () => {
  const { graph, at } = drawnGraph(LINES);
  const ranges = claimRanges(graph, [at('b'), null, at('s'), at('c'), at('b')]);
  expect(ranges.map(letters)).toEqual(['ab', '', 'rs', 'c', '']);
});
