import { type Clone, stream } from './client.ts';

/** A tag, when it was made (else its commit), in seconds since 1970, and what it leads to. */
export interface TimedTag {
  name: string;
  time: number;
  commit: string;
}

/** All tags with their times, in one process. */
export async function timedTags(clone: Clone): Promise<TimedTag[]> {
  const format = '--format=%(refname)%09%(creatordate:unix)%09%(objectname)%09%(*objectname)';
  const listing = await clone.git.raw(['for-each-ref', format, 'refs/tags']);
  return listing.split('\n').flatMap((row) => {
    const [ref = '', time = '', object = '', peeled = ''] = row.split('\t');
    if (!/^\d+$/.test(time)) return [];
    return [{ name: ref.slice('refs/tags/'.length), time: Number(time), commit: peeled || object }];
  });
}

/** A commit that adds files to a folder. */
export interface AddingCommit {
  id: string;
  files: string[];
}

/** The commits that add files to any folder of some name, in one process. A file that moved was added twice. */
export async function commitsAdding(clone: Clone, folder: string): Promise<AddingCommit[]> {
  const named = folder.replace(/[*?[\\]/g, '\\$&');
  const listing = await textOf(clone, [
    ...['log', '--tags', '-z', '--no-renames', '--diff-filter=A', '--name-only', '--format=%x01%H'],
    ...['--', `:(glob)**/${named}/**`],
  ]);
  return listing.split('\x01').flatMap((row) => {
    const [id = '', ...files] = row.split('\0').map((part) => part.replace(/^\n+/, ''));
    return id === '' ? [] : [{ id, files: files.filter((file) => file !== '') }];
  });
}

/** The names of all files that a commit has in some folders. */
export async function namesAt(
  clone: Clone,
  commit: string,
  folders: readonly string[],
): Promise<Set<string>> {
  const paths = folders.map((folder) => `${folder}/`);
  const listing = await textOf(clone, ['ls-tree', '-z', '--name-only', '--end-of-options', commit, ...paths]);
  return new Set(listing.split('\0').map((file) => file.slice(file.lastIndexOf('/') + 1)));
}

/** All commits that tags hold with their parents, children before parents. */
export async function taggedHistory(clone: Clone): Promise<{ id: string; parents: string[] }[]> {
  const listing = await textOf(clone, ['rev-list', '--tags', '--topo-order', '--parents']);
  return listing.split('\n').flatMap((row) => {
    const [id = '', ...parents] = row.split(' ');
    return id === '' ? [] : [{ id, parents }];
  });
}

async function textOf(clone: Clone, args: string[]): Promise<string> {
  const chunks: Buffer[] = [];
  await stream(clone, args, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
