import { expect, test } from 'vitest';
import { drawnGraph } from '../testing/drawn-graph.ts';
import { walkLandings } from './landings.ts';

/** Each visit as "commit" or "commit<merge.parent". */
function visits(drawing: string, ...tips: string[]): string[] {
  const { graph, at } = drawnGraph(drawing);
  const visited: string[] = [];
  walkLandings(graph, tips.map(at), (commit, broughtBy, parent) =>
    visited.push(broughtBy === null ? commit.id : `${commit.id}<${broughtBy.id}.${parent}`),
  );
  return visited;
}

test.each([
  ['a line', 'a b:a c:b', ['c'], ['a', 'b', 'c']],
  ['a merge', 'a b:a x:a m:b,x', ['m'], ['a', 'b', 'm', 'x<m.1']],
  ['an octopus', 'a x:a y:a m:a,x,y', ['m'], ['a', 'm', 'x<m.1', 'y<m.2']],
  ['a merge in a merge', 'a x:a y:x i:x,y m:a,i', ['m'], ['a', 'm', 'x<m.1', 'i<m.1', 'y<i.1']],
  ['main merged back into a branch', 'a x:a b:a k:x,b m:b,k', ['m'], ['a', 'b', 'm', 'x<m.1', 'k<m.1']],
  ['a branch beside main', 'a b:a r:a s:r', ['b', 's'], ['a', 'b', 'r', 's']],
  ['a root that was joined', 'a x m:a,x', ['m'], ['a', 'm', 'x<m.1']],
  ['a merge of what is there already', 'a b:a m:b,a', ['m'], ['a', 'b', 'm']],
])('%s: each commit once, by what brought it', (_name, drawing, tips, expected) => {
  expect(visits(drawing, ...tips)).toEqual(expected);
});

test('deep nesting needs no deep stack', () => {
  const rows = ['c0'];
  for (let index = 1; index < 5000; index += 1)
    rows.push(`x${index}:c${index - 1}`, `c${index}:c${index - 1},x${index}`);
  expect(visits(rows.join(' '), 'c4999')).toHaveLength(9999);
});
