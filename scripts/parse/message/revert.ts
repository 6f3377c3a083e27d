/** What a message says it takes back. */
export interface RevertMark {
  /** Commits, full or abbreviated. */
  commits: string[];
  /** Pull request numbers. */
  numbers: number[];
  /** The reverted change's title as quoted. */
  title: string | null;
}

const REVERTS_COMMIT = /\b(?:This )?reverts? (?:merge )?(?:commits? )([0-9a-f]{7,40})\b/gi;
const MORE_COMMITS = /^[\s,]*(?:and\s+)?([0-9a-f]{7,40})\b/;
const REVERTS_NUMBER = /^Reverts (?:[\w.-]+\/[\w.-]+)?#(\d+)/gim;
const REVERT_BRANCH = /(?:^|\/)revert-(\d+)-/;
const TITLE = /^(?:re-?)?revert(?:ed|s|ing)?:?\s*(?:commit\s+)?["“'](.*)["”'](?:\s*\(#\d+\))*\s*$/is;
const REAPPLY = /^(?:Reapply|Re-apply|Reland)\s+["“'](.*)["”'](?:\s*\(#\d+\))*\s*$/is;

/**
 * Reads git's and GitHub's revert messages: `Revert "…"`, `Reapply "…"` (git ≥ 2.43 for a revert of a revert),
 * "This reverts commit …", "Reverts owner/name#12" and the branch `revert-12-…`. Null where it is no revert.
 */
export function revertMark(subject: string, body: string, branch: string | null): RevertMark | null {
  const commits = revertedCommits(body);
  const numbers = [...body.matchAll(REVERTS_NUMBER)].map((match) => Number(match[1]));
  const fromBranch = branch === null ? null : REVERT_BRANCH.exec(branch);
  if (fromBranch !== null) numbers.push(Number(fromBranch[1]));
  const title = TITLE.exec(subject)?.[1] ?? reapplied(subject);
  const says = title !== null || /^(?:re-?)?revert\b/i.test(subject.replace(/^\w+(?:\([^)]*\))?!?:\s*/, ''));
  if (!says && commits.length === 0 && numbers.length === 0 && !/^reverts?(?:\(.*\))?!?:/i.test(subject))
    return null;
  return { commits, numbers: [...new Set(numbers)], title };
}

/** A reapplied change takes back the revert of it. */
function reapplied(subject: string): string | null {
  const title = REAPPLY.exec(subject)?.[1];
  return title === undefined ? null : `Revert "${title}"`;
}

function revertedCommits(body: string): string[] {
  const commits: string[] = [];
  for (const match of body.matchAll(REVERTS_COMMIT)) {
    commits.push((match[1] ?? '').toLowerCase());
    let rest = body.slice(match.index + match[0].length);
    for (let more = MORE_COMMITS.exec(rest); more !== null; more = MORE_COMMITS.exec(rest)) {
      commits.push((more[1] ?? '').toLowerCase());
      rest = rest.slice(more[0].length);
    }
  }
  return [...new Set(commits)];
}
