import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { git } from './git.ts';
import type { ObjectStore } from './objects.ts';
import { packChunks } from './pack.ts';

/** A repository as it shall be on disk. */
export interface RepositoryState {
  store: ObjectStore;
  /** Object id by full ref name. */
  refs: ReadonlyMap<string, string>;
  /** The branch that HEAD names. */
  head: string;
}

/** What an earlier write left in a folder. */
export interface WrittenState {
  objects: number;
  refs: ReadonlyMap<string, string>;
}

/** Writes what is new since the last write: a pack of the objects, then all refs at once. Returns what is there now. */
export async function writeRepository(
  folder: string,
  state: RepositoryState,
  written: WrittenState | undefined,
  bare: boolean,
): Promise<WrittenState> {
  if (written === undefined) await initialise(folder, state.head, bare);
  await writeObjects(folder, state.store, written?.objects ?? 0);
  await writeRefs(folder, state.refs, written?.refs ?? new Map());
  if (written !== undefined) await git(folder, ['symbolic-ref', 'HEAD', `refs/heads/${state.head}`]);
  if (!bare && state.refs.has(`refs/heads/${state.head}`)) await git(folder, ['reset', '--quiet', '--hard']);
  return { objects: state.store.size, refs: new Map(state.refs) };
}

async function initialise(folder: string, head: string, bare: boolean): Promise<void> {
  if (existsSync(path.join(folder, bare ? 'HEAD' : '.git')))
    throw new Error(`${folder} holds a repository that this builder has not written`);
  await mkdir(folder, { recursive: true });
  const kind = bare ? ['--bare'] : [];
  await git(folder, ['init', '--quiet', '--template=', ...kind, `--initial-branch=${head}`, '.']);
}

async function writeObjects(folder: string, store: ObjectStore, written: number): Promise<void> {
  const count = store.size - written;
  if (count > 0) await git(folder, ['index-pack', '--stdin'], packChunks(store.after(written), count));
}

async function writeRefs(
  folder: string,
  refs: ReadonlyMap<string, string>,
  written: ReadonlyMap<string, string>,
): Promise<void> {
  const gone = [...written.keys()].filter((name) => !refs.has(name)).map((name) => `delete ${name}\n`);
  const moved = [...refs]
    .filter(([name, id]) => written.get(name) !== id)
    .map(([name, id]) => `update ${name} ${id}\n`);
  if (gone.length + moved.length === 0) return;
  await git(folder, ['-c', 'core.logAllRefUpdates=false', 'update-ref', '--stdin'], [...gone, ...moved]);
}
