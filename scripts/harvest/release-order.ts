import { sortByVersion } from '../../src/history/version-order.ts';
import { byOrder, type Commit, type CommitGraph } from './graph.ts';

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
  const first = graph.firstToReach(sorted.map((point) => point.commit));
  const reached = Map.groupBy([...at.keys()].sort(byOrder), (commit) => first[commit.order]);
  const ordered = new Set<Point>();
  for (const [index, point] of sorted.entries()) {
    for (const commit of reached.get(index) ?? [])
      if (commit !== point.commit) for (const earlier of at.get(commit) ?? []) ordered.add(earlier);
    ordered.add(point);
  }
  return [...ordered];
}

/**
 * Gives every commit to the first release that reaches it. Tips come in the order of the releases; null where
 * a module has none. Returns each release's commits, oldest first.
 */
export function claimRanges(graph: CommitGraph, tips: readonly (Commit | null)[]): Commit[][] {
  const first = graph.firstToReach(tips);
  const ranges = tips.map((): Commit[] => []);
  // Dealt out in the order of history: no range needs sorting.
  for (const commit of graph.inOrder()) ranges[first[commit.order] as number]?.push(commit);
  return ranges;
}
