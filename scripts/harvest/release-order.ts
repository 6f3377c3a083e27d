import { sortByVersion } from '../../src/history/version-order.ts';
import type { Commit, CommitGraph } from './graph.ts';

/** A version and the commit that it stands for. */
export interface Versioned {
  version: string;
  commit: Commit;
}

/**
 * Orders releases by history: a release comes after every release that its commit reaches, whatever their
 * versions say; where neither reaches the other, the lower version comes first. Linear in the commits.
 */
export function orderByHistory<Point extends Versioned>(
  graph: CommitGraph,
  points: readonly Point[],
): Point[] {
  const sorted = sortByVersion(points, (point) => point.version);
  const at = Map.groupBy(sorted, (point) => point.commit);
  const ordered: Point[] = [];
  const placed = new Set<Point>();
  const place = (point: Point): void => {
    if (!placed.has(point)) ordered.push(point);
    placed.add(point);
  };
  const walk = graph.newWalk();
  for (const point of sorted) {
    const reached: Commit[] = [];
    enterUnmarked(point.commit, walk, (commit) => {
      if (commit !== point.commit && at.has(commit)) reached.push(commit);
    });
    for (const commit of reached.sort((a, b) => a.order - b.order))
      for (const earlier of at.get(commit) ?? []) place(earlier);
    place(point);
  }
  return ordered;
}

/**
 * Gives every commit to the first release that reaches it. Tips come in the order of the releases; null where
 * a module has none. Returns each release's commits, oldest first.
 */
export function claimRanges(graph: CommitGraph, tips: readonly (Commit | null)[]): Commit[][] {
  const walk = graph.newWalk();
  const claims: (Commit[] | undefined)[] = new Array(graph.size).fill(undefined);
  const ranges = tips.map((tip) => {
    const range: Commit[] = [];
    if (tip !== null)
      enterUnmarked(tip, walk, (commit) => {
        claims[commit.order] = range;
      });
    return range;
  });
  // Dealt out in the order of history: no range needs sorting.
  for (const commit of graph.inOrder()) claims[commit.order]?.push(commit);
  return ranges;
}

/** Visits what the commit reaches and no earlier part of the same walk has. */
function enterUnmarked(start: Commit, walk: number, enter: (commit: Commit) => void): void {
  const stack = [start];
  for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
    if (commit.mark === walk) continue;
    commit.mark = walk;
    enter(commit);
    for (const parent of commit.parents) stack.push(parent);
  }
}
