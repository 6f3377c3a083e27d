import { compareVersions, isPrerelease, parseVersion } from '../../src/history/version-order.ts';
import { VersionSchema } from '../../src/records/index.ts';

/** Tags of one naming, as all that match "v{version}". */
export interface TagFamily {
  prefix: string;
  suffix: string;
  /** Versions in order, the oldest first. */
  versions: string[];
  tags: string[];
}

const VERSION_IN_TAG = /^(.*?)(v?)(\d+(?:\.\d+)+(?:[-._+]?[A-Za-z][0-9A-Za-z.+_-]*|-\d[0-9A-Za-z.+_-]*)?)$/;

/** The version that a tag names under one of the patterns; null where it matches none. */
export function versionOfTag(tag: string, patterns: readonly string[]): string | null {
  for (const pattern of patterns) {
    const [prefix = '', suffix = ''] = pattern.split('{version}');
    if (!tag.startsWith(prefix) || !tag.endsWith(suffix) || tag.length <= prefix.length + suffix.length)
      continue;
    const version = tag.slice(prefix.length, tag.length - suffix.length);
    if (parseVersion(version) !== null && VersionSchema.safeParse(version).success) return version;
  }
  return null;
}

/** Sorts tags into namings: "v1.2.3" and "1.2.3" apart, "module-1.2.3" and "module@1.2.3" apart. */
export function tagFamilies(tags: readonly string[]): TagFamily[] {
  const families = new Map<string, TagFamily>();
  for (const tag of tags) {
    const match = VERSION_IN_TAG.exec(tag);
    if (match === null || parseVersion(match[3] ?? '') === null) continue;
    const prefix = `${match[1]}${match[2]}`;
    const family = families.get(prefix) ?? { prefix, suffix: '', versions: [], tags: [] };
    family.versions.push(match[3] ?? '');
    family.tags.push(tag);
    families.set(prefix, family);
  }
  for (const family of families.values()) family.versions.sort(compareVersions);
  return [...families.values()].sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}

/** What the guess made of the tags: patterns for the product, and the namings left aside. */
export interface PatternGuess {
  patterns: string[];
  ignored: { pattern: string; tags: number }[];
}

/**
 * Guesses a product's tag patterns. Plain versions ("1.2.3", "v1.2.3") are preferred, then the naming that
 * starts with the product's or module's name, then the largest. A naming that takes over where the chosen one
 * ends (every version later than its last) belongs to it: the pattern changed midway.
 */
export function guessPatterns(tags: readonly string[], names: readonly string[]): PatternGuess {
  const families = tagFamilies(tags);
  const chosen = chooseFamily(families, names);
  const kept = families.filter(
    (family) => chosen.includes(family) || (maySucceed(family, chosen, names) && takesOver(family, chosen)),
  );
  const newestFirst = [...kept].sort((a, b) =>
    compareVersions(b.versions.at(-1) ?? '', a.versions.at(-1) ?? ''),
  );
  return {
    patterns: newestFirst.map(patternOf),
    ignored: families
      .filter((family) => !kept.includes(family))
      .map((f) => ({ pattern: patternOf(f), tags: f.tags.length })),
  };
}

function patternOf(family: TagFamily): string {
  return `${family.prefix}{version}${family.suffix}`;
}

function chooseFamily(families: TagFamily[], names: readonly string[]): TagFamily[] {
  const plain = families.filter((family) => family.prefix === '' || family.prefix === 'v');
  const largest = [...families].sort((a, b) => b.tags.length - a.tags.length)[0];
  if (largest === undefined) return [];
  const plainFinals = plain
    .flatMap((family) => family.versions)
    .filter((version) => !isPrerelease(version)).length;
  if (plainFinals >= 2 || plainFinals * 10 >= largest.tags.length) return plain;
  const named = names.flatMap((name) => families.filter((family) => isNamed(family, name)));
  const best = named.sort((a, b) => b.tags.length - a.tags.length)[0];
  return [best ?? largest];
}

function isNamed(family: TagFamily, name: string): boolean {
  return new RegExp(`^${RegExp.escape(name)}[-_/@]v?$`, 'i').test(family.prefix);
}

/** What followed a module's own naming bears its name, or the product's, or none: anything else is another module's. */
function maySucceed(family: TagFamily, chosen: readonly TagFamily[], names: readonly string[]): boolean {
  const name = bareName(family);
  return (
    chosen.some((one) => bareName(one) === '') ||
    name === '' ||
    names.some((known) => known.toLowerCase() === name) ||
    chosen.some((one) => bareName(one) === name)
  );
}

/** "portal" for "portal-v", "portal@" and "@acme/portal@". */
function bareName({ prefix }: TagFamily): string {
  return prefix
    .toLowerCase()
    .replace(/v$/, '')
    .replace(/[-_/@.]+$/, '')
    .replace(/^@[^/]+\//, '');
}

/** Module tags ("plugin-legacy@") run beside the product's own; a successor starts where it ends. */
function takesOver(family: TagFamily, chosen: TagFamily[]): boolean {
  const [first, last] = [
    family.versions[0],
    chosen
      .flatMap((one) => one.versions)
      .sort(compareVersions)
      .at(-1),
  ];
  const finals = family.versions.filter((version) => !isPrerelease(version));
  return first !== undefined && last !== undefined && finals.length > 0 && compareVersions(first, last) > 0;
}
