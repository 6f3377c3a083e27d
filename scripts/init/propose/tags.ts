import { isPrerelease, sortByVersion } from '../../../src/history/version-order.ts';
import { guessPatterns, type PatternGuess, versionOfTag } from '../../parse/tag-patterns.ts';
import type { Proposed, TagFact } from '../facts.ts';
import { counted, someOf } from './counted.ts';

/** Tag patterns for a module, the newest first, and the namings that were left aside. */
export interface TagProposal extends Proposed<string[]> {
  ignored: PatternGuess['ignored'];
}

/** Proposes tag patterns by what most tags look like; null where none looks like a version. */
export function proposeTags(tags: readonly string[], names: readonly string[]): TagProposal | null {
  const { patterns, ignored } = guessPatterns(tags, names);
  if (patterns.length === 0) return null;
  return { value: patterns, because: reasonOf(tags, patterns), ignored };
}

function reasonOf(tags: readonly string[], patterns: readonly string[]): string {
  const [first, ...older] = patterns.map((pattern) => ({
    count: matching(tags, [pattern]).length,
    example: exampleOf(tags, pattern),
  }));
  const many = `${first?.count} of ${counted(tags.length, 'tag')} ${first?.count === 1 ? 'looks' : 'look'} like ${first?.example}`;
  const rest = older.map(
    ({ count, example }) => `${count} older ${count === 1 ? 'one' : 'ones'} like ${example}`,
  );
  return [many, ...rest].join(', and ');
}

/** The newest tag of a pattern; a final release's, where there is one. */
function exampleOf(tags: readonly string[], pattern: string): string {
  const versions = tags.flatMap((tag) => versionOfTag(tag, [pattern]) ?? []);
  const sorted = sortByVersion(versions, (version) => version);
  const newest = sorted.findLast((version) => !isPrerelease(version)) ?? sorted.at(-1) ?? '';
  return pattern.replace('{version}', newest);
}

/** Tags that name a version under one of some patterns, in the order of git's list. */
export function matching(tags: readonly string[], patterns: readonly string[]): string[] {
  return tags.filter((tag) => versionOfTag(tag, patterns) !== null);
}

/** Proposes whether release tags have to be tag objects, by the newest twenty. */
export function proposeAnnotated(
  tags: readonly TagFact[],
  versionsNewestFirst: readonly string[],
  patterns: readonly string[],
): Proposed<boolean> {
  const newest = new Set(versionsNewestFirst.slice(0, 20));
  const kinds = tags.filter(({ name }) => newest.has(versionOfTag(name, patterns) ?? ''));
  const objects = kinds.filter(({ kind }) => kind !== 'lightweight').length;
  if (kinds.length === 0) return { value: true, because: 'a tag object says who made it and when' };
  const because = `${objects} of the newest ${counted(kinds.length, 'release tag')} ${objects === 1 ? 'is a tag object' : 'are tag objects'}`;
  return { value: objects * 2 > kinds.length, because };
}

/** Proposes how versions count: "1.1" may be a major release whose fixes are "1.1.1". */
export function proposeVersioning(finals: readonly string[]): Proposed<'semver' | 'major-minor'> {
  const recent = finals.slice(-40);
  const short = recent.filter((version) => /^\d+\.\d+$/.test(version));
  if (short.length * 3 >= recent.length && short.length > 1)
    return {
      value: 'major-minor',
      because: `releases such as ${short.at(-1)} have two numbers, and three are a fix of one`,
    };
  const example = recent.at(-1) ?? '1.2.3';
  return { value: 'semver', because: `versions are made like ${example}` };
}

/** Namings of tags that were left aside, as words; null where there are none. */
export function toldIgnored(ignored: PatternGuess['ignored']): string | null {
  if (ignored.length === 0) return null;
  const most = ignored.toSorted((a, b) => b.tags - a.tags);
  return `not used: ${someOf(most.map(({ pattern, tags }) => `${pattern} (${counted(tags, 'tag')})`))}`;
}

/** The name that a naming of tags begins with: "portal" for "portal-v{version}" and "@acme/portal@{version}". */
export function nameInPrefix(prefix: string): string | null {
  const name = prefix
    .replace(/v$/, '')
    .replace(/[-_/@.]+$/, '')
    .replace(/^@[^/]+\//, '');
  return name === '' || name === 'v' ? null : name;
}
