import type { PublicEntry } from './public-entry.ts';
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
  for (const next of held)
    for (const parent of byVersion.get(next)?.parents ?? []) if (byVersion.has(parent)) held.add(parent);
  return held;
}

/** The lineage's part of each release. What a release borrows and revises follows from what the entries say. */
export function lineageReleases(releases: readonly PublicRelease[]): LineageRelease[] {
  const [borrows, revises] = [new Pairs(), new Pairs()];
  const tellings = tellingsOf(releases);
  for (const release of releases)
    for (const entry of release.entries) {
      borrowings(release, entry, tellings, borrows, revises);
      fates(release, entry, tellings, revises);
    }
  repeatedByPrereleases(releases, revises);
  return releases.map((release) => ({
    version: release.version,
    date: release.date,
    prerelease: release.prerelease,
    withdrawn: release.withdrawn !== null,
    parents: release.parents,
    folds: release.folds,
    borrows: borrows.of(release.version),
    revises: revises.of(release.version),
    features: release.features,
    compatibility: release.compatibility,
  }));
}

function borrowings(
  { version }: PublicRelease,
  entry: PublicEntry,
  tellings: Tellings,
  borrows: Pairs,
  revises: Pairs,
): void {
  for (const id of entry.ids)
    for (const other of othersWith(entry, id)) {
      const takenBack = tellings.get(other)?.get(id);
      if (takenBack === undefined) borrows.add(other, version);
      else if (takenBack) revises.add(version, other);
    }
}

/** Who takes a change back, or brings it again, may grow from others that have it by a way of their own. */
function fates({ version }: PublicRelease, entry: PublicEntry, tellings: Tellings, revises: Pairs): void {
  for (const { ids, in: taken, restoredIn } of entry.withdrawals)
    for (const id of ids) {
      const others = othersWith(entry, id).filter((other) => tellings.get(other)?.has(id) === true);
      for (const concerned of [version, ...others]) {
        revises.add(taken, concerned);
        if (restoredIn !== null) revises.add(restoredIn, concerned);
      }
    }
}

/** "Also in" names final releases only: of a prerelease that tells the same nothing else says so. */
function repeatedByPrereleases(releases: readonly PublicRelease[], revises: Pairs): void {
  const early = new Pairs();
  const prereleases = releases.filter(({ prerelease }) => prerelease);
  for (const { version, entries } of prereleases)
    for (const id of entries.flatMap(({ ids }) => ids)) early.add(id, version);
  for (const { version, folds, entries } of releases)
    for (const other of entries.flatMap(({ ids }) => ids.flatMap((id) => early.of(id))))
      if (other !== version && !folds.includes(other)) revises.add(version, other);
}

/** Versions beside versions, each once. */
class Pairs {
  private readonly pairs = new Map<string, Set<string>>();

  add(version: string, other: string): void {
    const others = this.pairs.get(version);
    if (others === undefined) this.pairs.set(version, new Set([other]));
    else others.add(other);
  }

  of(version: string): string[] {
    return [...(this.pairs.get(version) ?? [])];
  }
}

/** By release: the ids that its note tells of, and whether one was taken back later. */
type Tellings = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

function tellingsOf(releases: readonly PublicRelease[]): Tellings {
  return new Map(releases.map(({ version, entries }) => [version, new Map(entries.flatMap(told))]));
}

function told({ ids, withdrawals }: PublicEntry): [id: string, takenBack: boolean][] {
  return ids.map((id) => [id, withdrawals.some((fate) => fate.ids.includes(id))]);
}

/** Other releases that carry a change of an entry. */
export function othersWith({ alsoIn, alsoInById }: PublicEntry, id: string): readonly string[] {
  return alsoInById === undefined ? alsoIn : (alsoInById[id] ?? []);
}

/**
 * Other releases that carry a change of an entry, and whose own notes do not tell of it, as `tells` says of a version:
 * who tells of its copy tells of its fate as well.
 */
export function silentCopies(
  entry: PublicEntry,
  id: string,
  tells: (version: string) => boolean,
): readonly string[] {
  return othersWith(entry, id).filter((version) => !tells(version));
}

/** Other releases that carry all changes of an entry. */
export function wholeCopies(entry: PublicEntry): readonly string[] {
  return entry.alsoIn.filter((version) => entry.ids.every((id) => othersWith(entry, id).includes(version)));
}
