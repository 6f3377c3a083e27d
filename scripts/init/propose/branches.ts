import { parseVersion } from '../../../src/history/version-order.ts';
import type { Proposed, RepositoryFacts } from '../facts.ts';
import { counted, someOf } from './counted.ts';
import { matching } from './tags.ts';

/** Proposes the branch that releases are cut from: HEAD's, unless the tags are on another one. Null without branches. */
export function proposeBranch(facts: RepositoryFacts, patterns: readonly string[]): Proposed<string> | null {
  const { head, lines } = facts;
  if (head === null) return null;
  const tagsOn = (branch: string): number => matching(lines.get(branch)?.tagged ?? [], patterns).length;
  const own = tagsOn(head);
  const other = [...lines.keys()].filter((name) => name !== head).sort((a, b) => tagsOn(b) - tagsOn(a))[0];
  const all = matching(
    facts.tags.map(({ name }) => name),
    patterns,
  ).length;
  const told = (count: number): string =>
    `${count} of ${counted(all, 'release tag')} ${count === 1 ? 'is' : 'are'} on it`;
  if (other !== undefined && tagsOn(other) > own * 2 && tagsOn(other) * 5 > all)
    return { value: other, because: `${told(tagsOn(other))}, and ${own} on ${head}` };
  const rest =
    own === 0 ? 'it is the branch that one gets by cloning' : `it is the default branch, and ${told(own)}`;
  return { value: head, because: rest };
}

/** Names of branches whose merges promote what was gathered on them. */
const GATHERING =
  /^(?:staging|stage|develop|development|dev|next|integration|pre-?prod(?:uction)?|unstable|testing|qa)$/i;

const MERGES = [
  /^Merge (?:remote-tracking )?branch(?:es)? '(?:origin\/)?([^' ]+)'/,
  /^Merge pull request #\d+ from (?:[^/\s]+\/)?(\S+)/,
  /^Merge pull request #\d+ in \S+ from (\S+) to/,
  /^Merged in (\S+) \(pull request/,
];

/** The branch that a merge's first line names; null where it names none. */
export function mergedBranch(subject: string): string | null {
  for (const form of MERGES) {
    const name = form.exec(subject)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** Proposes the branch that is promoted to the release branch, by the merges that brought it there. Null for none. */
export function proposeStaging(facts: RepositoryFacts, branch: string): Proposed<string> | null {
  const merges = (facts.lines.get(branch)?.merges ?? []).map(mergedBranch);
  const counts = new Map<string, number>();
  for (const name of merges)
    if (name !== null && name !== branch && facts.branches.includes(name) && GATHERING.test(name))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most !== undefined && most[1] >= 2)
    return { value: most[0], because: `${counted(most[1], 'merge')} brought it to ${branch}` };
  const named = facts.branches.includes('staging') && branch !== 'staging';
  return named ? { value: 'staging', because: 'there is a branch of that name' } : null;
}

const PREFIX =
  /^(?:(?:rel|releases?|stable|maint|maintenance|unmaintained|support|version|branch|hotfix|bugfix|lts|main|master)[-_/.]?)?v?$/i;
const SUFFIX = /^(?:[-_./]?(?:x|stable|branch|maint|maintenance|release|lts|dev))?$/i;
const NUMBERS = /^(\D*?)(\d+)(?:\.(\d+)(?:\.(\d+))?)?((?:\D.*)?)$/;

/** The pattern that a branch's name follows, and the version that it names; null for any other branch. */
export function branchPattern(branch: string): { pattern: string; numbers: number[] } | null {
  const match = NUMBERS.exec(branch);
  if (match === null) return null;
  const [, before = '', major, minor, patch, after = ''] = match;
  const numbers = [major, minor, patch].flatMap((part) => (part === undefined ? [] : [Number(part)]));
  if (!PREFIX.test(before) || !SUFFIX.test(after)) return null;
  if (minor === undefined && before === '' && after === '') return null;
  const middle = ['{major}', '{major}.{minor}', '{version}'][numbers.length - 1] ?? '';
  return { pattern: `${before}${middle}${after}`, numbers };
}

/** Proposes patterns of branches that releases are cut from: branches named by versions that there are. Null for none. */
export function proposeReleaseBranches(
  branches: readonly string[],
  versions: readonly string[],
): Proposed<string[]> | null {
  const known = versions.map((version) => parseVersion(version)?.numbers ?? []);
  const byPattern = new Map<string, string[]>();
  for (const branch of branches) {
    const named = branchPattern(branch);
    if (
      named === null ||
      !known.some((numbers) => named.numbers.every((part, at) => (numbers[at] ?? 0) === part))
    )
      continue;
    byPattern.set(named.pattern, [...(byPattern.get(named.pattern) ?? []), branch]);
  }
  const sorted = [...byPattern].sort(([, a], [, b]) => b.length - a.length);
  // A single branch beside many of another form is a habit of nobody.
  const found = sorted.filter(([, names]) => names.length * 10 >= (sorted[0]?.[1].length ?? 0)).slice(0, 3);
  if (found.length === 0) return null;
  const all = found.flatMap(([, names]) => names);
  return {
    value: found.map(([pattern]) => pattern),
    because: `there ${all.length === 1 ? 'is' : 'are'} ${counted(all.length, 'branch', 'branches')} such as ${someOf(all.slice(-2))}`,
  };
}
