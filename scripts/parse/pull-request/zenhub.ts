import { visibleLines } from './visible-lines.ts';

/** An issue that a description connects the pull request with. */
export interface ConnectedIssue {
  /** As "owner/name". */
  repository: string;
  number: number;
}

const REPOSITORY = '[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+';
const REFERENCE = `(?:https://github\\.com/${REPOSITORY}/issues/|(?:${REPOSITORY})?#)\\d{1,9}\\b`;
const CONNECT = '(?<![\\w-])connect(?:s|ed|ing)?(?: issues?)?(?: (?:to|with))?:? +(?:issues? +)?';
const MORE = `(?:(?:,? +and +|, *| +)${REFERENCE})*`;
/** "Connects to #12", "Connected with owner/name#12 and #13", "Connect #12", "Connected issues: #12". */
const CONNECTS = new RegExp(`${CONNECT}(${REFERENCE}${MORE})`, 'gi');
const WORKSPACES = `workspaces/[\\w.%-]+/issues/(?:gh/)?(${REPOSITORY})/`;
const OLD_WORKSPACE = `workspace/o/(${REPOSITORY})/issues/`;
/** "…/workspaces/<name>/issues/gh/<owner>/<name>/12", also without "gh", and the older "workspace/o/…". */
const LINK = new RegExp(`https://app\\.zenhub\\.com/(?:${WORKSPACES}|${OLD_WORKSPACE})(\\d{1,9})\\b`, 'gi');

/**
 * Issues that a description connects with ZenHub's words or links, each once, in the order of the text;
 * numbers without a repository are those of `repository`. Words that close an issue are left to the
 * platform, which knows them itself. Code and HTML comments are not read.
 */
export function connectedIssues(body: string, repository: string): ConnectedIssue[] {
  if (!/connect|zenhub/i.test(body)) return [];
  const found = visibleText(body)
    .split('\n')
    .flatMap((line) => inLine(line, repository));
  const once = new Map(found.map((issue) => [`${issue.repository.toLowerCase()}#${issue.number}`, issue]));
  return [...once.values()].filter(({ number }) => number > 0);
}

function visibleText(body: string): string {
  const lines = visibleLines(body).filter(({ fence }) => fence === null);
  return lines.map(({ text }) => text.replace(/`+[^`]*`+/g, '')).join('\n');
}

function inLine(line: string, repository: string): ConnectedIssue[] {
  const words = [...line.matchAll(CONNECTS)].map((match) => ({
    at: match.index,
    issues: references(match[1] ?? '', repository),
  }));
  const links = [...line.matchAll(LINK)].map((match) => ({
    at: match.index,
    issues: [{ repository: match[1] ?? match[2] ?? repository, number: Number(match[3]) }],
  }));
  return [...words, ...links].sort((a, b) => a.at - b.at).flatMap(({ issues }) => issues);
}

function references(text: string, repository: string): ConnectedIssue[] {
  const each = new RegExp(`(?:https://github\\.com/)?(${REPOSITORY})?(?:/issues/|#)(\\d+)`, 'gi');
  return [...text.matchAll(each)].map(([, named = repository, digits]) => ({
    repository: named,
    number: Number(digits),
  }));
}
