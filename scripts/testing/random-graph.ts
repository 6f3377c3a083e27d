import fc from 'fast-check';
import type { Commit, CommitGraph } from '../harvest/graph.ts';
import { drawnGraph } from './drawn-graph.ts';

/** A commit is on one or two of those before it: numbers choose among them; none where there is no other. */
export interface DrawnCommit {
  first: number;
  /** Only some commits are merges. */
  second: number | null;
}

export const commitsArbitrary: fc.Arbitrary<DrawnCommit[]> = fc.array(
  fc.record({ first: fc.nat(99), second: fc.option(fc.nat(99), { freq: 3 }) }),
  { minLength: 1, maxLength: 24, size: 'max' },
);

/** Draws them, and gives them back by their place in the list. Most are on one of the last few. */
export function drawnCommits(list: readonly DrawnCommit[]): { graph: CommitGraph; commits: Commit[] } {
  const rows = list.map(({ first, second }, place) => {
    const chosen = [first, ...(second === null ? [] : [second])].map((pick) => place - 1 - (pick % 6));
    const parents = [...new Set(chosen.filter((parent) => parent >= 0))];
    return parents.length === 0 ? `c${place}` : `c${place}:${parents.map((parent) => `c${parent}`).join()}`;
  });
  const { graph, at } = drawnGraph(rows.join(' '));
  return { graph, commits: list.map((_, place) => at(`c${place}`)) };
}
