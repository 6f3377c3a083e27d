import type { GitObject, ObjectStore } from './objects.ts';

/** A file or folder of a tree. */
export interface TreeEntry {
  readonly mode: '100644' | '100755' | '120000' | '40000';
  readonly id: string;
  /** Set for a folder. */
  readonly folder?: Tree;
}

/** A folder as one commit has it. Never changed: a new commit shares what it did not touch. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/** A file at two commits; null where it does not exist. */
export interface FileChange {
  readonly path: string;
  readonly before: TreeEntry | null;
  readonly after: TreeEntry | null;
}

export const EMPTY_TREE: Tree = new Map();

/** Puts a file into a tree, or takes it out (`null`). Folders come and go with their files. */
export function withFile(tree: Tree, path: string, entry: TreeEntry | null, store: ObjectStore): Tree {
  const slash = path.indexOf('/');
  const name = slash < 0 ? path : path.slice(0, slash);
  const next = slash < 0 ? entry : folderEntry(tree.get(name)?.folder, path.slice(slash + 1), entry, store);
  const copy = new Map(tree);
  if (next === null) copy.delete(name);
  else copy.set(name, next);
  return copy;
}

function folderEntry(
  folder: Tree | undefined,
  rest: string,
  entry: TreeEntry | null,
  store: ObjectStore,
): TreeEntry | null {
  const inner = withFile(folder ?? EMPTY_TREE, rest, entry, store);
  return inner.size === 0 ? null : { mode: '40000', id: storeTree(inner, store).id, folder: inner };
}

/** The entry at a path; null where there is none. */
export function entryAt(tree: Tree, path: string): TreeEntry | null {
  let entry: TreeEntry | undefined;
  let folder: Tree | undefined = tree;
  for (const name of path.split('/')) {
    entry = folder?.get(name);
    folder = entry?.folder;
  }
  return entry ?? null;
}

/** The tree's object. Its folders' objects are in the store already. */
export function storeTree(tree: Tree, store: ObjectStore): GitObject {
  const rows = [...tree].map(([name, entry]) => ({ name, entry, key: sortKey(name, entry) }));
  rows.sort((a, b) => Buffer.compare(a.key, b.key));
  const parts = rows.flatMap(({ name, entry }) => [
    Buffer.from(`${entry.mode} ${name}\0`),
    Buffer.from(entry.id, 'hex'),
  ]);
  return store.add('tree', Buffer.concat(parts));
}

/** git sorts a folder as if its name ended in a slash. */
function sortKey(name: string, entry: TreeEntry): Buffer {
  return Buffer.from(entry.folder === undefined ? name : `${name}/`);
}

/** The files that differ between two trees. Folders with equal ids are not opened. */
export function treeChanges(before: Tree, after: Tree, prefix = ''): FileChange[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => entryChanges(before.get(name), after.get(name), `${prefix}${name}`));
}

function entryChanges(
  before: TreeEntry | undefined,
  after: TreeEntry | undefined,
  path: string,
): FileChange[] {
  if (before?.id === after?.id && before?.mode === after?.mode) return [];
  const inside =
    before?.folder === undefined && after?.folder === undefined
      ? []
      : treeChanges(before?.folder ?? EMPTY_TREE, after?.folder ?? EMPTY_TREE, `${path}/`);
  const own = { path, before: fileOrNull(before), after: fileOrNull(after) };
  return own.before === null && own.after === null ? inside : [own, ...inside];
}

function fileOrNull(entry: TreeEntry | undefined): TreeEntry | null {
  return entry === undefined || entry.folder !== undefined ? null : entry;
}
