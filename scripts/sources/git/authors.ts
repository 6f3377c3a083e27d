import fs from 'node:fs';
import path from 'node:path';
import { simpleGit } from 'simple-git';

/** Who added a file to a repository, as git tells: the author of the commit, and that commit. */
export interface FileAuthor {
  name: string;
  commit: string;
}

/**
 * Who added each file below a folder, by path from that folder on; of a file that was added again, the first one. Null
 * where the folder is in no repository. Git's authors are what whoever committed wrote: only a server that checks who
 * pushes makes more of it.
 */
export async function fileAuthors(folder: string, below: string): Promise<Map<string, FileAuthor> | null> {
  const git = simpleGit({ baseDir: path.resolve(folder) }).env({
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    LC_ALL: 'C.UTF-8',
  });
  try {
    const top = (await git.raw(['rev-parse', '--show-toplevel'])).trim();
    const prefix = path.relative(top, fs.realpathSync(folder));
    const format = '--format=%x1e%H%x1f%an';
    const log = await git.raw([
      ...['-c', 'core.quotePath=false', 'log', '--diff-filter=A', '--no-renames', '--name-only', format],
      ...['--', below],
    ]);
    return authorsIn(log, prefix === '' ? '' : `${prefix}/`);
  } catch {
    // No repository, no commit yet, or no git: there is nothing to hold against.
    return null;
  }
}

/** The newest commit comes first, so that the oldest wins. */
function authorsIn(log: string, prefix: string): Map<string, FileAuthor> {
  const authors = new Map<string, FileAuthor>();
  for (const block of log.split('\x1e').slice(1)) {
    const [head = '', ...files] = block.split('\n');
    const [commit = '', name = ''] = head.split('\x1f');
    for (const file of files)
      if (file.startsWith(prefix) && file !== '') authors.set(file.slice(prefix.length), { commit, name });
  }
  return authors;
}
