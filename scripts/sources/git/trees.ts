import { type Clone, stream } from './client.ts';

/** The trees of some commits, by commit, in one process: equal trees are equal files. Those that a clone lacks have none. */
export async function treesOf(clone: Clone, commits: readonly string[]): Promise<Map<string, string>> {
  if (commits.length === 0) return new Map();
  const answer: Buffer[] = [];
  const questions = commits.map((commit) => `${commit}^{tree}\n`).join('');
  await stream(clone, ['cat-file', '--batch-check=%(objectname)'], (chunk) => answer.push(chunk), questions);
  const rows = Buffer.concat(answer).toString('utf8').split('\n');
  return new Map(
    commits.flatMap((commit, index) =>
      /^[0-9a-f]+$/.test(rows[index] ?? '') ? [[commit, rows[index] ?? '']] : [],
    ),
  );
}
