import type { DependencyMove, PublicEntry } from '../public-entry.ts';

/** A dependency that moved, over all steps between two releases. */
export interface DependencyChange {
  name: string;
  /** Its version in the source; null where no step says it. */
  from: string | null;
  /** Its version in the target; null where no step says it. */
  to: string | null;
  /** The versions on the way from one to the other, without both ends. */
  by: string[];
}

/**
 * Folds moves A → B and B → C into A → C; what ends where it began is left out. `gained` are the entries that only the
 * target has, `lost` those that only the source has: their moves are undone. Both come oldest first.
 */
export function dependencyChanges(
  gained: readonly PublicEntry[],
  lost: readonly PublicEntry[] = [],
): DependencyChange[] {
  const [forth, back] = [movesByName(gained), movesByName(lost)];
  const names = [...new Set([...forth.keys(), ...back.keys()])].sort();
  return names
    .map((name) => changeOf(name, forth.get(name) ?? [], back.get(name) ?? []))
    .filter(({ from, to }) => from !== to);
}

function movesByName(entries: readonly PublicEntry[]): Map<string, DependencyMove[]> {
  return Map.groupBy(
    entries.flatMap(({ dependencies }) => dependencies),
    ({ name }) => name,
  );
}

function changeOf(
  name: string,
  forth: readonly DependencyMove[],
  back: readonly DependencyMove[],
): DependencyChange {
  const from = back.at(-1)?.to ?? forth[0]?.from ?? null;
  const to = forth.at(-1)?.to ?? back[0]?.from ?? null;
  const passed = forth.slice(0, -1).map((move) => move.to);
  return { name, from, to, by: [...new Set(passed)].filter((one) => one !== from && one !== to) };
}
