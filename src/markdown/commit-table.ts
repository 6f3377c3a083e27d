import { Fault } from '../records/fault.ts';
import { type CommitFate, CommitFateSchema } from '../records/release.ts';

const HEAD =
  '| commit | module | change | pull request | became | reason |\n| --- | --- | --- | --- | --- | --- |\n';

/** The table in the body of `release.md`: one row per commit, in the order given. */
export function writeCommitTable(fates: readonly CommitFate[]): string {
  return HEAD + fates.map(row).join('');
}

function row(fate: CommitFate): string {
  const reason = fate.reason.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return `| ${fate.commit} | ${fate.module} | ${fate.change ?? '–'} | ${fate.pullRequest ?? '–'} | ${fate.disposition} | ${reason} |\n`;
}

/** Reads that table again. Throws a Fault with the line for a row that is not of its form. */
export function parseCommitTable(body: string, file: string, bodyLine: number): CommitFate[] {
  const fates: CommitFate[] = [];
  for (const [index, line] of body.split('\n').entries()) {
    if (!/^\| [0-9a-f]{40}/.test(line)) continue;
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, commit, module, change, pullRequest, disposition, reason] = cells;
    const parsed = CommitFateSchema.safeParse({
      commit,
      module,
      change: change === '–' ? null : change,
      pullRequest: pullRequest === '–' ? null : Number(pullRequest),
      disposition,
      reason: (reason ?? '').replaceAll('\\|', '|'),
    });
    if (parsed.success) fates.push(parsed.data);
    else {
      const issue = parsed.error.issues[0];
      const place = { file, line: bodyLine + index, field: String(issue?.path[0] ?? '') };
      throw new Fault(issue?.message ?? 'not a row of commits', { place });
    }
  }
  return fates;
}
