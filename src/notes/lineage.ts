import type { LineageRelease, PublicRelease } from './public-release.ts';

/** Which releases hold which others, by their history and not by their numbers or dates. */
export interface Lineage {
  /** All releases in the order in which they were given. */
  releases: readonly LineageRelease[];
  find(version: string): LineageRelease | undefined;
  /** The release itself and all whose whole history it holds; only itself where it is not known. */
  heldBy(version: string): ReadonlySet<string>;
  /** True where `later` is `earlier` or grew from it. */
  holds(later: string, earlier: string): boolean;
}

/** Takes releases in any order; parents that are not among them end a line. */
export function lineageOf(releases: readonly LineageRelease[]): Lineage {
  const byVersion = new Map(releases.map((release) => [release.version, release]));
  const kept = new Map<string, ReadonlySet<string>>();
  const heldBy = (version: string): ReadonlySet<string> => {
    const known = kept.get(version);
    if (known !== undefined) return known;
    const held = closureOf(version, byVersion);
    kept.set(version, held);
    return held;
  };
  return {
    releases,
    find: (version) => byVersion.get(version),
    heldBy,
    holds: (later, earlier) => heldBy(later).has(earlier),
  };
}

function closureOf(version: string, byVersion: ReadonlyMap<string, LineageRelease>): Set<string> {
  const held = new Set<string>([version]);
  for (const next of held) for (const parent of byVersion.get(next)?.parents ?? []) held.add(parent);
  return held;
}

/** The lineage's part of each release. `borrows` follows from entries that say "also in" without being repeated there. */
export function lineageReleases(releases: readonly PublicRelease[]): LineageRelease[] {
  const repeated = new Map(releases.map((release) => [release.version, idsOf(release)]));
  const borrows = new Map<string, Set<string>>();
  for (const { version, entries } of releases)
    for (const { ids, alsoIn } of entries)
      for (const other of alsoIn) {
        if (ids.every((id) => repeated.get(other)?.has(id) === true)) continue;
        borrows.set(other, (borrows.get(other) ?? new Set()).add(version));
      }
  return releases.map((release) => ({
    version: release.version,
    date: release.date,
    prerelease: release.prerelease,
    withdrawn: release.withdrawn !== null,
    parents: release.parents,
    folds: release.folds,
    borrows: [...(borrows.get(release.version) ?? [])],
    features: release.features,
    compatibility: release.compatibility,
  }));
}

function idsOf({ entries }: PublicRelease): Set<string> {
  return new Set(entries.flatMap(({ ids }) => ids));
}
