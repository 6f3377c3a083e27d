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
  const at = new Map<Commit, Point[]>();
  for (const point of sorted) at.set(point.commit, [...(at.get(point.commit) ?? []), point]);
  const ordered: Point[] = [];
  const placed = new Set<Point>();
  const place = (point: Point): void => {
    if (!placed.has(point)) ordered.push(point);
    placed.add(point);
  };
  const walk = graph.newWalk();
  for (const point of sorted) {
    const reached = unmarked(point.commit, walk).filter(
      (commit) => commit !== point.commit && at.has(commit),
    );
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
  return tips.map((tip) => (tip === null ? [] : unmarked(tip, walk).sort((a, b) => a.order - b.order)));
}

/** What the commit reaches and no earlier part of the same walk has. */
function unmarked(start: Commit, walk: number): Commit[] {
  const found: Commit[] = [];
  const stack = [start];
  for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
    if (commit.mark === walk) continue;
    commit.mark = walk;
    found.push(commit);
    stack.push(...commit.parents);
  }
  return found;
}
