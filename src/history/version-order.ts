import { remembersLast } from './remembers-last.ts';

/** A version taken apart: its numbers, and what follows them. */
export interface VersionParts {
  numbers: readonly number[];
  /** Text and numbers of a prerelease mark, as ["rc", 1]; empty for a final version. */
  suffix: readonly (string | number)[];
  /** The numbers as written, as "1.9.0". */
  base: string;
}

const VERSION = /^(\d+(?:\.\d+)*)(?:[-._]?([A-Za-z].*|-.*))?$/;
/** Suffixes that do not make a prerelease: rebuilds of the same final version. */
const FINAL_SUFFIX = /^(?:final|ga|release|hotfix|patch|p|post|sp|lts|stable)$/;

/**
 * Takes a version apart, as "1.9.0-RC1", "1.5.0-alpha2", "1.2". Null where it is none. Nobody may change what comes back:
 * to sort a product's versions each is asked for again and again.
 */
export const parseVersion: (version: string) => VersionParts | null = remembersLast(20_000, takenApart);

function takenApart(version: string): VersionParts | null {
  const withoutBuild = version.split('+')[0] ?? '';
  const match = VERSION.exec(withoutBuild);
  if (match === null) return null;
  const [, base = '', rest = ''] = match;
  const suffix = [...rest.matchAll(/\d+|[A-Za-z]+/g)].map(([part]) =>
    /^\d/.test(part) ? Number(part) : part.toLowerCase(),
  );
  return { numbers: base.split('.').map(Number), suffix, base };
}

/** True for release candidates, alphas and betas, false for final versions and for what is no version. */
export function isPrerelease(version: string): boolean {
  const suffix = parseVersion(version)?.suffix ?? [];
  const word = suffix.find((part) => typeof part === 'string');
  if (word === undefined) return suffix.length > 0;
  return !FINAL_SUFFIX.test(word);
}

/** The final version that a prerelease leads to: "1.9.0" for "1.9.0-RC1". */
export function finalOf(version: string): string {
  return parseVersion(version)?.base ?? version;
}

/**
 * Orders versions as Semantic Versioning 2.0.0 §11 does, for any number of parts ("1.2", "1.3.3.7"), with
 * prerelease words compared without case and numbers inside them as numbers ("RC2" before "RC10").
 */
export function compareVersions(left: string, right: string): number {
  return compareParsed(left, right, parseVersion(left), parseVersion(right));
}

/** Sorts by version, as `compareVersions` does; each version is taken apart only once. */
export function sortByVersion<Item>(items: readonly Item[], versionOf: (item: Item) => string): Item[] {
  const parsed = items.map((item) => ({
    item,
    version: versionOf(item),
    parts: parseVersion(versionOf(item)),
  }));
  parsed.sort((a, b) => compareParsed(a.version, b.version, a.parts, b.parts));
  return parsed.map(({ item }) => item);
}

function compareParsed(left: string, right: string, a: VersionParts | null, b: VersionParts | null): number {
  if (a === null || b === null) return compareText(left, right);
  return (
    compareNumbers(a.numbers, b.numbers) || compareSuffixes(left, right, a, b) || compareText(left, right)
  );
}

function compareNumbers(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareSuffixes(left: string, right: string, a: VersionParts, b: VersionParts): number {
  const rank = (version: string, parts: VersionParts): number =>
    isPrerelease(version) ? 0 : parts.suffix.length === 0 ? 1 : 2;
  const difference = rank(left, a) - rank(right, b);
  if (difference !== 0) return difference;
  for (let index = 0; index < Math.max(a.suffix.length, b.suffix.length); index += 1) {
    const step = compareParts(a.suffix[index], b.suffix[index]);
    if (step !== 0) return step;
  }
  return 0;
}

/** Numbers come before words; a shorter list before a longer one. */
function compareParts(left: string | number | undefined, right: string | number | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return -1;
  if (right === undefined) return 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'number') return -1;
  if (typeof right === 'number') return 1;
  return compareText(left, right);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
