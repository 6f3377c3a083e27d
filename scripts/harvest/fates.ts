import type { Lineage } from './lineage.ts';

/** Releases by their numbers: one that took a change back, and one that brought it again. */
export interface Fate {
  in: number;
  restoredIn: number | null;
}

/** What became of a change in one release; absent where it does not have it in the first place. */
export type Standing = 'stands' | 'taken back' | 'absent';

/**
 * All fates that it takes to tell of each release whether it is without the change: that is so where the release holds
 * one that took it back, and none that brought it again after that one. `releases` come in release order; `first` is
 * known already, and is not among what is found.
 */
export function furtherFates(
  releases: Iterable<number>,
  standingIn: (release: number) => Standing,
  first: Fate | null,
  lineage: Lineage,
): Fate[] {
  const found: Fate[] = [];
  for (const release of releases) {
    const standing = standingIn(release);
    if (standing === 'absent') continue;
    const open = openIn(release, first === null ? found : [first, ...found], lineage);
    if (standing === 'stands') found.push(...open.map((taking) => ({ in: taking, restoredIn: release })));
    else if (open.length === 0) found.push({ in: release, restoredIn: null });
  }
  return withoutIdle(found).sort((a, b) => a.in - b.in || (a.restoredIn ?? 0) - (b.restoredIn ?? 0));
}

/** Those that took the change back, and that a release holds without any that brought it again. */
function openIn(release: number, fates: readonly Fate[], lineage: Lineage): number[] {
  const holds = (other: number | null) =>
    other !== null && (other === release || lineage.holds(release, other));
  const held = fates.filter((fate) => holds(fate.in));
  const restored = new Set(held.filter((fate) => holds(fate.restoredIn)).map((fate) => fate.in));
  return [...new Set(held.map((fate) => fate.in))].filter((taking) => !restored.has(taking));
}

/** Where it came again, that says who took it back as well. */
function withoutIdle(fates: readonly Fate[]): Fate[] {
  const restored = new Set(fates.filter((fate) => fate.restoredIn !== null).map((fate) => fate.in));
  return fates.filter((fate) => fate.restoredIn !== null || !restored.has(fate.in));
}
