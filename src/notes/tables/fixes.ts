import { wholeCopies } from '../lineage.ts';
import type { Telling } from './carriers.ts';
import type { Descent } from './descent.ts';

/** An entry that fixes something, wherever it is told of. */
interface Fix {
  /** Releases that it came with. */
  homes: string[];
  carriers: ReadonlySet<string>;
}

/**
 * Releases that carry a whole fix. Entries that name the same vulnerability are parts of one fix where one came with
 * the other, or after it on the same line of history: then a release needs both. On lines that do not meet they are fixes
 * of their own, as a backport that was written anew, and each line needs its own alone.
 */
export function releasesWithFix(
  tellings: readonly Telling[],
  carriersOf: (telling: Telling) => ReadonlySet<string>,
  descent: Descent,
): ReadonlySet<string> {
  const fixes = fixesOf(tellings, carriersOf);
  const some = new Set(fixes.flatMap(({ carriers }) => [...carriers]));
  if (fixes.length === 1) return some;
  for (const fix of fixes) for (const version of lackingMore(fix, fixes, descent)) some.delete(version);
  return some;
}

/** Releases that carry a fix, but not all that came with it or after it. */
function lackingMore(fix: Fix, fixes: readonly Fix[], descent: Descent): string[] {
  const after = descent.grownFrom(fix.homes);
  const more = fixes.filter((other) => other !== fix && other.homes.some((home) => after.has(home)));
  return [...fix.carriers].filter((version) => more.some(({ carriers }) => !carriers.has(version)));
}

/** A change that several notes tell of is one fix. */
function fixesOf(tellings: readonly Telling[], carriersOf: (telling: Telling) => ReadonlySet<string>): Fix[] {
  const groups = Map.groupBy(tellings, ({ entry }) => entry.id ?? entry);
  return [...groups.values()].map((same) => ({
    homes: same.flatMap(({ release, entry }) => [release.version, ...wholeCopies(entry)]),
    carriers: new Set(same.flatMap((telling) => [...carriersOf(telling)])),
  }));
}
