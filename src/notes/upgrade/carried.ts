import { type Lineage, silentCopies } from '../lineage.ts';
import type { PublicEntry } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';

/** What the notes at hand say of a release's content. */
export interface Carried {
  /** True for ids of entries that are in the release, and have not been taken back by then. */
  has(id: string): boolean;
  /** True for ids of entries that were taken back by then. */
  tookBack(id: string): boolean;
}

/** What a release carries: what it and the releases that it holds brought, and copies from others. */
export function carriedBy(version: string, lineage: Lineage, releases: readonly PublicRelease[]): Carried {
  const held = lineage.heldBy(version);
  const repeated = new Map(releases.map((release) => [release.version, idsOf(release)]));
  const [ids, back] = [new Set<string>(), new Set<string>()];
  for (const release of releases)
    for (const entry of release.entries)
      for (const id of entry.ids) {
        const tells = (other: string): boolean => repeated.get(other)?.has(id) === true;
        const borrowed = () => silentCopies(entry, id, tells).some((other) => held.has(other));
        if (held.has(release.version) || borrowed()) (isTakenBack(entry, id, held) ? back : ids).add(id);
      }
  return { has: (id) => ids.has(id), tookBack: (id) => back.has(id) && !ids.has(id) };
}

function idsOf({ entries }: PublicRelease): Set<string> {
  return new Set(entries.flatMap(({ ids }) => ids));
}

/** True where one of the releases took the id back and none that followed brought it again. */
export function isTakenBack({ withdrawals }: PublicEntry, id: string, held: ReadonlySet<string>): boolean {
  const fates = withdrawals.filter((fate) => fate.ids.includes(id) && held.has(fate.in));
  const restored = new Set(
    fates.filter(({ restoredIn }) => restoredIn !== null && held.has(restoredIn)).map((fate) => fate.in),
  );
  return fates.some((fate) => !restored.has(fate.in));
}
