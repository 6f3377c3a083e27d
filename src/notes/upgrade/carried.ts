import type { Lineage } from '../lineage.ts';
import type { PublicEntry } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';

/** What the notes at hand say of a release's content. */
export interface Carried {
  /** Ids of entries that are in the release, and have not been taken back by then. */
  has(id: string): boolean;
  /** Ids of entries that were taken back by then. */
  tookBack(id: string): boolean;
}

/** What a release carries: what it and the releases that it holds brought, and copies from others. */
export function carriedBy(version: string, lineage: Lineage, releases: readonly PublicRelease[]): Carried {
  const held = lineage.heldBy(version);
  const [ids, back] = [new Set<string>(), new Set<string>()];
  for (const release of releases)
    for (const entry of release.entries) {
      if (!held.has(release.version) && !entry.alsoIn.some((other) => held.has(other))) continue;
      for (const id of entry.ids) (isTakenBack(entry, id, held) ? back : ids).add(id);
    }
  return { has: (id) => ids.has(id), tookBack: (id) => back.has(id) && !ids.has(id) };
}

function isTakenBack({ withdrawals }: PublicEntry, id: string, held: ReadonlySet<string>): boolean {
  const fate = withdrawals.find(({ ids }) => ids.includes(id));
  if (fate === undefined || !held.has(fate.in)) return false;
  return fate.restoredIn === null || !held.has(fate.restoredIn);
}
