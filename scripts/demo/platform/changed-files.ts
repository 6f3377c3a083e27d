import type { ChangedFile } from '../../github-stand-in/index.ts';
import type { CommitHandle } from '../../world/index.ts';
import { EMPTY_TREE, treeChanges } from '../../world/tree.ts';

/** The files that a branch's commits change together; `linesOf` tells how long a new or removed one is. */
export function changedFiles(
  commits: readonly CommitHandle[],
  linesOf: (path: string) => number,
): ChangedFile[] {
  const [first, last] = [commits[0], commits.at(-1)];
  if (first === undefined || last === undefined) return [];
  return treeChanges(first.parents[0]?.files ?? EMPTY_TREE, last.files).map(({ path, before, after }) => {
    if (before === null) return { path, additions: linesOf(path), deletions: 0, changeType: 'ADDED' };
    if (after === null) return { path, additions: 0, deletions: linesOf(path), changeType: 'DELETED' };
    return { path, additions: 1, deletions: 1, changeType: 'MODIFIED' };
  });
}
