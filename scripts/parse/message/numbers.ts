import { isPullRequestNumber } from './pull-request-number.ts';
import { withoutBuildMarks } from './text.ts';

/** Pull request numbers that a message names, and what told them. */
export interface NamedNumbers {
  /** In the order in which the message names them. */
  numbers: number[];
  /**
   * "merge": the commit merges them; "squash": it holds them; "trailer": a line of the body says so; "platform": no
   * message does, but the platform that merged them.
   */
  how: 'merge' | 'squash' | 'trailer' | 'platform';
  /** The subject without the numbers, for a merge the pull request's own title where the body has it. */
  title: string;
  /** The branch that a merge names, as "owner/branch". */
  branch: string | null;
  /** All numbers are this commit's own: a bors batch, or "(#12, #13)". Else only the last one is. */
  together: boolean;
}

const GITHUB_MERGE = /^Merge(?:d)? pull request #(\d+)(?: from (\S+))?/i;
const BITBUCKET_MERGE = /^Merged in (\S+) \(pull request #(\d+)\)/;
const AZURE_MERGE = /^Merged PR (\d+): ?(.*)$/;
const GITLAB_MERGE = /^See merge request \S*!(\d+)\s*$/m;
const BORS_LIST = /^Merge((?: #\d+)+)\s*$/;
const BORS_AUTO = /^(?:Auto merge of|Merge of|Rollup merge of) #(\d+)(?: - (\S+?))?(?:,|$)/;
const MERGE_SUBJECT = /^Merged?\b/;

/**
 * Finds the numbers in a message: merge commits of GitHub, Bitbucket, Azure, GitLab, bors and homu, squash
 * subjects, and trailers. Null where it names none. Numbers behind "fixes", "closes" and the like are issues.
 */
export function namedNumbers(subject: string, body: string): NamedNumbers | null {
  const named =
    (MERGE_SUBJECT.test(subject) || /^(?:Auto|Rollup) merge/.test(subject) ? merged(subject, body) : null) ??
    squashed(subject) ??
    trailers(subject, body);
  return named?.numbers.every(isPullRequestNumber) === true ? named : null;
}

function merged(subject: string, body: string): NamedNumbers | null {
  const list = BORS_LIST.exec(subject)?.[1];
  if (list !== undefined) {
    const numbers = [...list.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    return { numbers, how: 'merge', title: listedTitle(body) ?? subject, branch: null, together: true };
  }
  const forms: [RegExpExecArray | null, number, number][] = [
    [GITHUB_MERGE.exec(subject), 1, 2],
    [BITBUCKET_MERGE.exec(subject), 2, 1],
    [BORS_AUTO.exec(subject), 1, 2],
  ];
  for (const [match, number, branch] of forms)
    if (match !== null)
      return oneMerge(Number(match[number]), bodyTitle(body) ?? subject, match[branch] ?? null);
  const azure = AZURE_MERGE.exec(subject);
  if (azure !== null) return oneMerge(Number(azure[1]), azure[2] || subject, null);
  const gitlab = GITLAB_MERGE.exec(body);
  if (gitlab !== null) return oneMerge(Number(gitlab[1]), bodyTitle(body) ?? subject, null);
  return null;
}

function oneMerge(number: number, title: string, branch: string | null): NamedNumbers {
  return { numbers: [number], how: 'merge', title, branch, together: false };
}

/** GitHub puts the pull request's title on the first line of a merge commit's body. */
function bodyTitle(body: string): string | null {
  const line = /\S[^\n]*/.exec(body)?.[0].trim();
  return line === undefined || line === '' ? null : line;
}

/** bors writes a line "12: Title r=reviewer a=author" for each pull request. */
function listedTitle(body: string): string | null {
  return /^\d+: (.*?)(?: r=.*)?$/m.exec(body)?.[1] ?? null;
}

/** The title that a bors merge lists for one of its numbers. */
export function titleInList(body: string, number: number): string | null {
  return new RegExp(`^#?${number}: (.*?)(?: r=\\S.*)?$`, 'm').exec(body)?.[1] ?? null;
}

const PARENTHESES = /\(([^()]*#\d+[^()]*)\)/g;
/** Words that make the number behind them an issue's. */
const ISSUE_WORDS =
  /\b(?:fix(?:e[sd]|ing)?|clos(?:e[sd]?|ing)|resolv(?:e[sd]?|ing)|address(?:es|ing)?|issues?|refs?|see|part of|related to|bug|towards)\b[\s:]*$/i;
/** Another repository's number: "owner/name#12". */
const FOREIGN = /[\w.-]\/?[\w.-]*$/;

function squashed(subject: string): NamedNumbers | null {
  const numbers: number[] = [];
  for (const group of withoutQuoted(subject).matchAll(PARENTHESES))
    numbers.push(...numbersInParentheses(group[1] ?? ''));
  if (numbers.length === 0) return bareNumber(subject);
  const title = subject.replace(PARENTHESES, (whole, inner: string) =>
    numbersInParentheses(inner).some((number) => numbers.includes(number)) ? '' : whole,
  );
  const together = numbers.length > 1 && [...subject.matchAll(PARENTHESES)].length === 1;
  return { numbers: [...new Set(numbers)], how: 'squash', title: tidy(title), branch: null, together };
}

/** "Fix the card #12": a number at the very end, where no word before it makes it an issue's. */
function bareNumber(subject: string): NamedNumbers | null {
  const match = /^(.*\S)\s+#(\d+)$/s.exec(subject);
  const title = match?.[1] ?? '';
  if (
    match === null ||
    ISSUE_WORDS.test(title) ||
    /\b(?:and|to|from|in|of|for|on|with|by|pr|pull request)$/i.test(title)
  )
    return null;
  return { numbers: [Number(match[2])], how: 'squash', title: tidy(title), branch: null, together: false };
}

/** In `Revert "Fix it (#12)" (#15)` the quoted number is the reverted change's. */
function withoutQuoted(subject: string): string {
  return /^(?:\W*\w+\W+)?(?:revert|reapply|reland)/i.test(subject)
    ? subject.replace(/["“].*["”]/s, '')
    : subject;
}

function numbersInParentheses(inner: string): number[] {
  const found: number[] = [];
  for (const match of inner.matchAll(/#(\d+)/g)) {
    const before = inner.slice(0, match.index);
    if (ISSUE_WORDS.test(before) || FOREIGN.test(before.slice(-1))) continue;
    if (isPullRequestNumber(Number(match[1]))) found.push(Number(match[1]));
  }
  return found;
}

function tidy(title: string): string {
  return withoutBuildMarks(title)
    .replace(/\s+,/g, ',')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

const LISTED_COMMIT = /^[*-]? ?(\S.*) \(#(\d+)\)[ \t]*$/gm;

/** Pull requests that a squash's body lists, as a squash of cherry-picks does: "* Title (#12)". */
export function listedNumbers(body: string): { number: number; title: string }[] {
  if (!body.includes('(#')) return [];
  return [...body.matchAll(LISTED_COMMIT)]
    .map((match) => ({ number: Number(match[2]), title: tidy(match[1] ?? '') }))
    .filter(({ number }) => isPullRequestNumber(number));
}

const TRAILER =
  /^(?:PR-URL|Pull-Request|Pull Request|GitHub-Pull-Request|Pull-Request-Url):[ \t]*(?:\S*\/pull\/|#)(\d+)\s*$/im;
const CLOSES_FROM = /^(?:Closes|Merges) #(\d+) from \S+/m;

function trailers(subject: string, body: string): NamedNumbers | null {
  const found = TRAILER.exec(body) ?? CLOSES_FROM.exec(body);
  if (found === null) return null;
  return { numbers: [Number(found[1])], how: 'trailer', title: tidy(subject), branch: null, together: false };
}
