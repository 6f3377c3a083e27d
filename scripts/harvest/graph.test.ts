import { expect, test } from 'vitest';
import { drawnGraph, letters } from '../testing/drawn-graph.ts';
import { CommitGraph } from './graph.ts';

const FORK = 'a b:a c:b d:b e:d f:c,e g:f';

test('parents come before their children, whatever the dates', () => {
  const { graph } = drawnGraph(FORK);
  for (const commit of graph.all())
    for (const parent of commit.parents) expect(parent.order).toBeLessThan(commit.order);
  expect(new Set([...graph.all()].map(({ order }) => order)).size).toBe(graph.size);
});

test.each([
  ['g', '', 'abcdefg'],
  ['g', 'c', 'defg'],
  ['f', 'ce', 'f'],
  ['c', 'g', ''],
  ['e', 'c', 'de'],
  ['g', 'g', ''],
])('what %s reaches and "%s" does not', (tip, without, expected) => {
  const { graph, at } = drawnGraph(FORK);
  const range = graph.range(at(tip), [...without].map(at));
  expect(letters(range.toSorted((a, b) => (a.id < b.id ? -1 : 1)))).toBe(expected);
  expect(range.map(({ order }) => order)).toEqual(range.map(({ order }) => order).toSorted((a, b) => a - b));
});

test.each([
  ['g', 'a', true],
  ['g', 'd', true],
  ['c', 'c', true],
  ['c', 'd', false],
  ['a', 'g', false],
])('%s reaches %s: %s', (from, to, reaches) => {
  const { graph, at } = drawnGraph(FORK);
  expect(graph.reaches(at(from), at(to))).toBe(reaches);
});

test('walks of a very long line need no deep stack', () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => (index === 0 ? 'c0' : `c${index}:c${index - 1}`));
  const { graph, at } = drawnGraph(rows.join(' '));
  expect(graph.range(at('c49999'), [at('c9')])).toHaveLength(49_990);
  expect(graph.reaches(at('c49999'), at('c0'))).toBe(true);
});

test('an abbreviated id finds its commit where it is the only one', () => {
  const graph = new CommitGraph();
  const ids = [`abcdef0${'1'.repeat(33)}`, `abcdef0${'2'.repeat(33)}`, `1234567${'0'.repeat(33)}`];
  const person = { authorName: 'x', authorMail: '', committerName: 'x', committerMail: '' };
  for (const id of ids) graph.add({ ...person, id, parents: [], authoredAt: 0, committedAt: 0, message: '' });
  graph.seal();
  expect(graph.findAbbreviated('1234567')?.id).toBe(ids[2]);
  expect(graph.findAbbreviated('abcdef02')?.id).toBe(ids[1]);
  expect(graph.findAbbreviated(ids[0] ?? '')?.id).toBe(ids[0]);
  for (const id of ['abcdef0', '7654321', 'f'.repeat(40)]) expect(graph.findAbbreviated(id)).toBeUndefined();
});

test('a parent that the log does not tell is left out', () => {
  const { graph, at } = drawnGraph('b:a c:b');
  expect(letters(graph.range(at('c'), []))).toBe('bc');
});
