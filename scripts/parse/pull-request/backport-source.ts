import { backportMark } from '../message/backport.ts';
import { namedNumbers } from '../message/numbers.ts';
import { revertMark } from '../message/revert.ts';
import { visibleLines } from './visible-lines.ts';

/** What is known of a pull request when it is asked what it copies. */
export interface PullRequestText {
  title: string;
  body: string;
  /** The name of its branch, without its owner. */
  head: string;
  labels: readonly string[];
  /**
   * As "owner/name": without it, addresses of pull requests are not read, which may be of another
   * repository.
   */
  repository?: string;
}

/** The pull requests that one copies. */
export interface BackportSource {
  numbers: number[];
  /** What told so: a sentence for auditors. */
  because: string;
}

/**
 * "[release-1.2] Title (#12)", "[1.x] …", "[Backport 1.x] …", "[cherry-pick] …": the title of what is
 * copied.
 */
const BRANCH_IN_TITLE =
  /^\s*\[(?:back-?port|bp|cherry[ -]?pick|release|stable|v?\d+(?:\.(?:\d+|x))*)\b[^\]]*\]/i;
const LABEL = /^(?:kind\/|type\/)?(?:back-?port(?:ed)?|cherry-?pick(?:ed)?|cherry-pick-approved)$/i;
/** A line that says nothing but what the pull request is. */
const SAYS_COPY =
  /^[\s>*_-]*(?:this (?:pr|pull request)?\s*(?:is )?)?(?:an? |the )?(?:automat\w+ |manual |clean )?(?:back-?port|cherry[ -]?pick)/i;
const PULL_REQUEST =
  /(?:\bpull request |\bPR )(?=#\d)|https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/pull\/(?=\d)/gi;
/** "Cherry pick 12 to release-1.2" */
const PICKED_TO = /^\s*cherry[ -]?pick #?(\d+) (?:to|on|into|onto) \S/i;
/** OpenSearch's bot: "Backport 0123abc from #12". */
const COMMIT_FROM = /^[\s>*_-]*back-?port [0-9a-f]{7,40} from #(\d+)/i;
const LISTED = /^\s*[-*+] +.*#(\d+)\b/;
const FIRST_LINES = 12;
/** The platform's limit for titles and names of branches is about half of it. */
const LONGEST = 500;

/**
 * What a pull request copies to another branch, where its title, the first lines of its description or the
 * name of its branch say so for certain, in this order. Null for anything else: "fixes #12" is no copy, and
 * neither is a revert.
 */
export function backportSource(pull: PullRequestText): BackportSource | null {
  const [title, head] = [pull.title.trim().slice(0, LONGEST), pull.head.slice(0, LONGEST)];
  if (revertMark(title, '', head) !== null) return null;
  const inTitle = titleNumbers(title, pull.labels);
  if (inTitle.length > 0) return source(inTitle, `the title says "${title}"`);
  const inBody = bodyNumbers(pull);
  if (inBody.length > 0) return source(inBody, `the description names ${listed(inBody)} as the original`);
  const inBranch = backportMark('', '', head)?.numbers ?? [];
  return inBranch.length === 0 ? null : source(inBranch, `the branch is called ${head}`);
}

function source(numbers: number[], because: string): BackportSource {
  return { numbers: [...new Set(numbers)], because };
}

function listed(numbers: readonly number[]): string {
  return numbers.map((number) => `#${number}`).join(', ');
}

function titleNumbers(title: string, labels: readonly string[]): number[] {
  const picked = PICKED_TO.exec(title)?.[1];
  const said = picked === undefined ? (backportMark(title, '', null)?.numbers ?? []) : [Number(picked)];
  if (said.length > 0 || !/\(.*#\d+.*\)/.test(title)) return said;
  if (!BRANCH_IN_TITLE.test(title) && !labels.some((label) => LABEL.test(label))) return [];
  const named = namedNumbers(title, '');
  if (named === null) return [];
  return named.together ? named.numbers : named.numbers.slice(0, 1);
}

function bodyNumbers({ body, repository }: PullRequestText): number[] {
  const lines = firstLines(body).map((line) => asNumbers(line, repository));
  const said = lines.filter((line) => SAYS_COPY.test(line)).flatMap(saidNumbers);
  if (said.length > 0) return said;
  const list = lines.findIndex((line) => SAYS_COPY.test(line) && /:\s*\**\s*$/.test(line));
  if (list < 0) return [];
  const items = lines.slice(list + 1).map((line) => LISTED.exec(line)?.[1]);
  const end = items.indexOf(undefined);
  return items.slice(0, end < 0 ? undefined : end).map(Number);
}

function saidNumbers(line: string): number[] {
  const from = COMMIT_FROM.exec(line)?.[1];
  return from === undefined ? (backportMark('', line, null)?.numbers ?? []) : [Number(from)];
}

/** "pull request #12", "PR #12" and its address are all "#12". */
function asNumbers(line: string, repository = ''): string {
  return line.replace(PULL_REQUEST, (found, named?: string) => {
    if (named === undefined) return '';
    return named.toLowerCase() === repository.toLowerCase() ? '#' : found;
  });
}

function firstLines(body: string): string[] {
  const lines = visibleLines(body.slice(0, 10_000)).filter(({ fence }) => fence === null);
  const texts = lines.map(({ text }) => text).filter((text) => /\S/.test(text) && !/^\s*#+ /.test(text));
  return texts.slice(0, FIRST_LINES);
}
