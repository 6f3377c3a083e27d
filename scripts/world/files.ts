import type { ObjectStore } from './objects.ts';
import type { FileContent, Files } from './options.ts';
import { type Tree, withFile } from './tree.ts';

/** Puts contents into a tree. */
export function withFiles(tree: Tree, files: Files, store: ObjectStore): Tree {
  let result = tree;
  for (const [path, content] of Object.entries(files)) result = withContent(result, path, content, store);
  return result;
}

function withContent(tree: Tree, path: string, given: FileContent, store: ObjectStore): Tree {
  if (given === null) return withFile(tree, path, null, store);
  const isPlain = typeof given === 'string' || given instanceof Uint8Array;
  const { content, mode } = isPlain ? { content: given, mode: '100644' as const } : given;
  const { id } = store.add('blob', Buffer.from(content as Uint8Array));
  return withFile(tree, path, { mode, id }, store);
}

/**
 * A file of its own for a commit that says none: merges of it never conflict, and no two commits have the same
 * patch. Spread over folders, so that a long history stays quick to build.
 */
export function newFileFor(sequence: number, message: string, folder = ''): Files {
  const parts = [Math.floor(sequence / 10_000), Math.floor(sequence / 100) % 100, sequence % 100];
  const path = `changes/${parts.map((part) => String(part).padStart(2, '0')).join('/')}.txt`;
  return { [folder === '' ? path : `${folder}/${path}`]: `${sequence}\n${message.slice(0, 200)}\n` };
}
