import { type Change, changeOfEntry } from '../records/index.ts';
import type { Dossier, Written } from './dossier.ts';

/** A change that the release brings. */
export interface ShippedChange {
  id: string;
  /** Null where the dossier holds no record of it. */
  record: Written<Change> | null;
}

/**
 * The changes that a release brings, in the order of its commits: those that are published, those that are folded into
 * another entry, and those that a person took out of the note, for leaving a change untold does not leave it out.
 * What the policy's rules exclude and what was cancelled is not among them.
 */
export function shippedChanges({ fates, note, changes }: Dossier): ShippedChange[] {
  const offered = new Set(note?.data.entries.map(({ id }) => changeOfEntry(id)));
  const rolledUp = new Set(note?.data.entries.flatMap(({ rollsUp }) => rollsUp ?? []));
  const ids = fates.flatMap(({ change, disposition }) => {
    if (change === null) return [];
    const inNote = disposition === 'published' || disposition === 'folded';
    const takenOut = disposition === 'excluded' && (offered.has(change) || rolledUp.has(change));
    return inNote || takenOut ? [change] : [];
  });
  const records = new Map(changes.map((record) => [record.data.id, record]));
  return [...new Set(ids)].map((id) => ({ id, record: records.get(id) ?? null }));
}
