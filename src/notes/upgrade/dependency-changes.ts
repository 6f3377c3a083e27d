import type { PublicEntry } from '../public-entry.ts';

/** A dependency that moved, over all steps between two releases. */
export interface DependencyChange {
  name: string;
  /** Its version in the source; null where no step says it. */
  from: string | null;
  /** Its version in the target. */
  to: string;
  /** How many entries tell of it. */
  steps: number;
}

/** Folds moves A → B and B → C into A → C. Entries come oldest first; what ends where it began is left out. */
export function dependencyChanges(entries: readonly PublicEntry[]): DependencyChange[] {
  const byName = Map.groupBy(
    entries.flatMap(({ dependencies }) => dependencies),
    ({ name }) => name,
  );
  return [...byName]
    .map(([name, moves]) => ({
      name,
      from: moves[0]?.from ?? null,
      to: moves.at(-1)?.to ?? '',
      steps: moves.length,
    }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
