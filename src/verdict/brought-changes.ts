import type { Dossier } from './dossier.ts';
import type { ShippedChange } from './shipped-changes.ts';

/** A change that came to the branch with the release. */
export interface BroughtChange extends ShippedChange {
  module: string;
}

/**
 * All changes whose commits a release brings, in order: those that no note tells of and those that were taken back as
 * well. What customers are told is no measure of what was put on the branch, and that one commit takes another back is
 * only what its message says.
 */
export function broughtChanges({ fates, changes }: Dossier): BroughtChange[] {
  const records = new Map(changes.map((record) => [record.data.id, record]));
  const modules = new Map(
    fates.flatMap(({ change, module }) => (change === null ? [] : [[change, module] as const])),
  );
  return [...modules].map(([id, module]) => ({ id, module, record: records.get(id) ?? null }));
}
