import { type Clone, stream } from './client.ts';

/**
 * The patch ids of some commits (git patch-id --stable: the same change gives the same id, wherever it was
 * applied), in two processes. Commits without a change of files have none.
 */
export async function patchIds(clone: Clone, commits: readonly string[]): Promise<Map<string, string>> {
  if (commits.length === 0) return new Map();
  const diffs: Buffer[] = [];
  const args = ['diff-tree', '--stdin', '--root', '-p', '-r', '--no-color', '--no-ext-diff', '--no-textconv'];
  await stream(clone, args, (chunk) => diffs.push(chunk), `${commits.join('\n')}\n`);
  if (diffs.length === 0) return new Map();
  const answer: Buffer[] = [];
  await stream(clone, ['patch-id', '--stable'], (chunk) => answer.push(chunk), Buffer.concat(diffs));
  const rows = Buffer.concat(answer).toString('utf8').trim().split('\n');
  return new Map(rows.map((row) => row.split(' ').reverse() as [string, string]));
}
