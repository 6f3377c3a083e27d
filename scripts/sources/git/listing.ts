import { type Clone, stream } from './client.ts';

/** The paths of all files of a commit; null where the clone does not hold its folders. */
export async function filesAt(clone: Clone, commit: string): Promise<string[] | null> {
  const chunks: Buffer[] = [];
  const args = ['ls-tree', '-r', '-z', '--name-only', '--end-of-options', commit];
  try {
    await stream(clone, args, (chunk) => chunks.push(chunk));
  } catch {
    // A clone without trees still tells of tags and branches.
    return null;
  }
  const paths = Buffer.concat(chunks).toString('utf8').split('\0');
  return paths.filter((path) => path !== '');
}

/** A commit on a line of history: its id, and the first line of its message where it is a merge. */
export interface LineCommit {
  id: string;
  /** Null for a commit that merges nothing. */
  merge: string | null;
}

/** The commits that a branch went through itself, the newest first: along first parents. */
export async function firstParentLine(clone: Clone, commit: string): Promise<LineCommit[]> {
  const chunks: Buffer[] = [];
  const args = ['log', '--first-parent', '-z', '--format=%H %P%n%s', '--end-of-options', commit];
  await stream(clone, args, (chunk) => chunks.push(chunk));
  const rows = Buffer.concat(chunks).toString('utf8').split('\0');
  return rows.filter((row) => row !== '').map(toLineCommit);
}

function toLineCommit(row: string): LineCommit {
  const [ids = '', subject = ''] = row.split('\n');
  const [id = '', ...parents] = ids.split(' ');
  return { id, merge: parents.length > 1 ? subject : null };
}
