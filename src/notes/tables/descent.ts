import type { LineageRelease } from '../public-release.ts';

/** Lines of history followed forward: from a release to all that have what was in it. */
export interface Descent {
  /** The releases given, and all that grew from any of them. */
  grownFrom(versions: Iterable<string>): ReadonlySet<string>;
  /** Those of a set that no other of the set leads to directly: where each line enters it. */
  firstOf(versions: ReadonlySet<string>): string[];
}

type Place = Pick<LineageRelease, 'version' | 'parents' | 'folds'>;

/**
 * Takes releases in any order. A final release has what its prereleases had, whether its history is known to hold their
 * tags or not: it repeats their entries.
 */
export function descentOf(releases: readonly Place[]): Descent {
  const children = new Map<string, string[]>();
  const origins = new Map(releases.map((place) => [place.version, [...place.parents, ...place.folds]]));
  for (const [version, before] of origins)
    for (const parent of before) children.set(parent, [...(children.get(parent) ?? []), version]);
  return {
    grownFrom: (versions) => {
      const grown = new Set(versions);
      for (const version of grown) for (const child of children.get(version) ?? []) grown.add(child);
      return grown;
    },
    firstOf: (versions) =>
      [...origins.keys()].filter(
        (version) => versions.has(version) && !(origins.get(version) ?? []).some((one) => versions.has(one)),
      ),
  };
}
