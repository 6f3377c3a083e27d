import { isPullRequestNumber } from './pull-request-number.ts';

/** What a message says of the original that it copies. */
export interface BackportMark {
  /** Numbers of the original pull requests. */
  numbers: number[];
  /** Commits that it was picked from, full or abbreviated. */
  commits: string[];
  because: string;
}

const CHERRY_PICKED = /\(cherry[ -]picked from (?:commit )?([0-9a-f]{7,40})\b[^)]*\)/gi;
/** Branches of the bots: Kubernetes, Prow, Tekton, mergify, backport action, sorenlouv/backport, tibdex. */
const BRANCH_FORMS = [
  /(?:^|\/)automated-cherry-pick-of-((?:#?\d+[-_]?)+?)(?:-?upstream|-?origin|-to-|-on-|$|-[a-z])/i,
  /(?:^|[/_-])cherry-?pick((?:[-_/]+#?\d+)+)(?=$|[-_/])/i,
  /(?:^|\/)mergify\/(?:bp|copy)\/.*\/pr-(\d+)$/i,
  /(?:^|\/)back-?port[-_/](?:pr[-_/])?#?(\d+)(?=$|[-_/])/i,
  /(?:^|\/)back-?port\/.*\/pr-((?:\d+[-_]?)+)$/i,
];
const TEXT_FORMS = [
  /\b(?:automated )?cherry[ -]?pick(?:ed)? (?:of |from )?((?:#\d+(?:,? (?:and )?|-)?)+)/i,
  /\bback-?port(?:s|ed|ing)?(?: of| from)?:? (?:PR )?((?:#\d+(?:,? (?:and )?)?)+)/i,
  /\[back-?port[^\]]*?#(\d+)[^\]]*\]/i,
  /\bmanual cherry[ -]?pick of ((?:#\d+(?:,? (?:and )?)?)+)/i,
];

/** Reads the marks that people and bots leave on a copied change. Null where there is none. */
export function backportMark(subject: string, body: string, branch: string | null): BackportMark | null {
  const commits = [...body.matchAll(CHERRY_PICKED)].map((match) => (match[1] ?? '').toLowerCase());
  if (isRevert(subject, body, branch)) return null;
  const inText = textNumbers(subject, body);
  const numbers = inText.length > 0 ? inText : branch === null ? [] : branchNumbers(branch);
  if (commits.length === 0 && numbers.length === 0) return null;
  return { numbers, commits, because: because(commits, inText, numbers, branch) };
}

/** Taking a backport back repeats the backport's words. */
function isRevert(subject: string, body: string, branch: string | null): boolean {
  return /(?:^|\/)revert-\d+-/.test(branch ?? '') || /^revert\b/i.test(subject) || /^\s*Revert "/.test(body);
}

/** "cherrypick_6944_14" and "cherrypick_14_6944": the pull request is the larger number, 14 the release. */
function branchNumbers(branch: string): number[] {
  const numbers = firstNumbers(BRANCH_FORMS, branch);
  return /automated|back-?port/i.test(branch) ? numbers : numbers.sort((a, b) => b - a).slice(0, 1);
}

function textNumbers(subject: string, body: string): number[] {
  const inSubject = firstNumbers(TEXT_FORMS, subject);
  if (inSubject.length > 0) return inSubject;
  const firstParagraph = body.split(/\n[ \t]*\n/, 1)[0] ?? '';
  return firstNumbers(TEXT_FORMS, firstParagraph);
}

function firstNumbers(forms: readonly RegExp[], text: string): number[] {
  for (const form of forms) {
    const found = form.exec(text)?.[1];
    if (found !== undefined)
      return [...found.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter(isPullRequestNumber);
  }
  return [];
}

function because(commits: string[], inText: number[], numbers: number[], branch: string | null): string {
  if (inText.length === 0 && numbers.length > 0) return `the merged branch is called ${branch}`;
  if (numbers.length === 0) return `the message says "cherry picked from commit ${commits.at(-1)}"`;
  return `the message names ${numbers.map((number) => `#${number}`).join(', ')} as the original`;
}
