import type { ObjectStore } from './objects.ts';
import { entryAt, type FileChange, type Tree, withFile } from './tree.ts';

/** Applies file changes to a tree, as a cherry-pick or merge does. */
export interface Application {
  tree: Tree;
  changes: readonly FileChange[];
  /** Paths that the caller gives the content of: no conflict there. */
  settled: ReadonlySet<string>;
  /** Said in the error, as "merge of fix into main". */
  what: string;
}

/** Throws where a file is neither as it was before the change nor as it is after it. */
export function applyChanges({ tree, changes, settled, what }: Application, store: ObjectStore): Tree {
  let result = tree;
  for (const change of changes) {
    if (settled.has(change.path)) continue;
    const now = entryAt(result, change.path)?.id ?? null;
    if (now === (change.after?.id ?? null)) continue;
    if (now !== (change.before?.id ?? null))
      throw new Error(`${what}: conflict in ${change.path}; give its content in "files"`);
    result = withFile(result, change.path, change.after, store);
  }
  return result;
}

/** The changes that take others back. */
export function inverted(changes: readonly FileChange[]): FileChange[] {
  return changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
}
