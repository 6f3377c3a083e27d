import type { Commit, CommitGraph } from './graph.ts';

/**
 * Visits a commit after the merge that brought it in, by its parent number `parent` (1 for the second parent);
 * `broughtBy` is null for a commit on a line of its own.
 */
export type LandingVisitor = (commit: Commit, broughtBy: Commit | null, parent: number) => void;

interface Line {
  tip: Commit;
  broughtBy: Commit | null;
  parent: number;
  /** The line's commits, oldest first, once it is under way. */
  commits: Commit[] | null;
  next: number;
}

/**
 * Walks a history as people wrote it: along each line of first parents, and at each merge down the lines that
 * it brought in. Every commit is visited once: as part of the first line, in the order of `tips`, that has it.
 * The time is linear in the commits, however the merges are nested.
 */
export function walkLandings(graph: CommitGraph, tips: readonly Commit[], visit: LandingVisitor): void {
  const walk = graph.newWalk();
  for (const tip of tips) walkLine({ tip, broughtBy: null, parent: 0, commits: null, next: 0 }, walk, visit);
}

function walkLine(start: Line, walk: number, visit: LandingVisitor): void {
  const stack = [start];
  for (let line = stack.at(-1); line !== undefined; line = stack.at(-1)) {
    line.commits ??= firstParents(line.tip, walk);
    const commit = line.commits[line.next];
    line.next += 1;
    if (commit === undefined) {
      stack.pop();
      continue;
    }
    commit.mark = walk;
    visit(commit, line.broughtBy, line.parent);
    // Pushed in reverse, so that the second parent's line is walked before the third's.
    for (let index = commit.parents.length - 1; index > 0; index -= 1)
      stack.push({
        tip: commit.parents[index] as Commit,
        broughtBy: commit,
        parent: index,
        commits: null,
        next: 0,
      });
  }
}

function firstParents(tip: Commit, walk: number): Commit[] {
  const commits: Commit[] = [];
  for (
    let commit: Commit | undefined = tip;
    commit !== undefined && commit.mark !== walk;
    commit = commit.parents[0]
  )
    commits.push(commit);
  return commits.reverse();
}
