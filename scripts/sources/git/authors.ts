import fs from 'node:fs';
import path from 'node:path';
import { type SimpleGit, simpleGit } from 'simple-git';

/** Who wrote a file of a repository, as git tells: the author of a commit that added or changed it. */
export interface FileAuthor {
  name: string;
  commit: string;
}

/** Whoever wrote each file, the newest commit first, by path from the folder on; or why git does not tell. */
export type FileAuthors = { byFile: ReadonlyMap<string, FileAuthor[]> } | { unknown: string };

/**
 * Who wrote each file below a folder. Files that are not there as the last commit has them are left out: nobody has
 * answered for those bytes. Git's authors are what whoever committed wrote: only a server that checks who pushes makes
 * more of it.
 */
export async function fileAuthors(folder: string, below: string): Promise<FileAuthors> {
  const git = simpleGit({ baseDir: path.resolve(folder) }).env({
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    LC_ALL: 'C.UTF-8',
  });
  try {
    const top = (await git.raw(['rev-parse', '--show-toplevel'])).trim();
    if ((await git.raw(['rev-parse', '--is-shallow-repository'])).trim() === 'true')
      return { unknown: 'the ledger’s clone is shallow' };
    const prefix = path.relative(top, fs.realpathSync(folder));
    return { byFile: await authorsBelow(git, below, prefix === '' ? '' : `${prefix}/`) };
  } catch {
    // No repository, no commit yet, or no git: there is nothing to hold against.
    return { unknown: 'the ledger is in no git repository with commits' };
  }
}

async function authorsBelow(
  git: SimpleGit,
  below: string,
  prefix: string,
): Promise<Map<string, FileAuthor[]>> {
  const plain = ['-c', 'core.quotePath=false'];
  const format = '--format=%x1e%H%x1f%an';
  // A merge that adds or changes a file itself is listed too; one that only brings a branch's files is not.
  const how = ['-c', '--no-renames', '--name-only', format];
  const log = await git.raw([...plain, 'log', ...how, '--', below]);
  const changed = await git.raw([...plain, 'diff', '--no-renames', '--name-only', 'HEAD', '--', below]);
  const authors = authorsIn(log, prefix);
  for (const file of changed.split('\n')) authors.delete(file.slice(prefix.length));
  return authors;
}

function authorsIn(log: string, prefix: string): Map<string, FileAuthor[]> {
  const authors = new Map<string, FileAuthor[]>();
  for (const block of log.split('\x1e').slice(1)) {
    const [head = '', ...files] = block.split('\n');
    const [commit = '', name = ''] = head.split('\x1f');
    for (const file of files)
      if (file.startsWith(prefix) && file !== '') add(authors, file.slice(prefix.length), { commit, name });
  }
  return authors;
}

function add(authors: Map<string, FileAuthor[]>, file: string, author: FileAuthor): void {
  const known = authors.get(file);
  if (known === undefined) authors.set(file, [author]);
  else known.push(author);
}
