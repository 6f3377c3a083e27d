import path from 'node:path';
import { git } from './git.ts';

/** How to clone a repository that a builder has written. */
export interface CloneOptions {
  /** Commits to take from each tip: with it, the clone is shallow. */
  depth?: number;
  bare?: boolean;
}

/** Clones as over a network, by a file:// address: git ignores `depth` for plain paths. */
export async function cloneRepository(from: string, to: string, options: CloneOptions = {}): Promise<void> {
  const depth = options.depth === undefined ? [] : ['--depth', String(options.depth)];
  const bare = options.bare ? ['--bare'] : [];
  const address = `file://${path.resolve(from).replaceAll('%', '%25')}`;
  await git(process.cwd(), ['clone', '--quiet', ...depth, ...bare, address, path.resolve(to)]);
}
