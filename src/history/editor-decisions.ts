import type { Note, NoteEntry } from '../records/note.ts';
import type { CommitFate, ConservationSum } from '../records/release.ts';
import { changeOfEntry } from '../records/values.ts';

/** What a person left in a note: every entry that was ever offered, and the ids that still have a bullet. */
export interface EditedNote {
  entries: readonly EditedEntry[];
  bulletIds: Iterable<string>;
}

/** An entry, and whether its note is from before this tool. */
export type EditedEntry = Pick<NoteEntry, 'id' | 'rollsUp'> & { imported?: boolean };

const REMOVED = 'taken out of the note by a person';
/** A harvest adds no bullet to words from before: whoever wrote them had chosen. */
export const UNTOLD = 'not told of in the project’s earlier changelog, which is the note';

/** The entries of a note, each with what it takes to say why it has no bullet. */
export function editedEntries({ entries, imported }: Pick<Note, 'entries' | 'imported'>): EditedEntry[] {
  return imported === undefined ? entries : entries.map((entry) => ({ ...entry, imported: true }));
}

/**
 * The fates as they are after a person edited the note: commits of a change none of whose entries has a bullet any
 * more are excluded, and so are the commits that were folded into such an entry. Nothing else changes.
 */
export function applyEditorDecisions(fates: readonly CommitFate[], note: EditedNote): CommitFate[] {
  const reasons = removalReasons(note);
  return fates.map((fate) => {
    const reason = fate.change === null ? undefined : reasons.get(fate.change);
    const inNote = fate.disposition === 'published' || fate.disposition === 'folded';
    return reason === undefined || !inNote ? fate : { ...fate, disposition: 'excluded', reason };
  });
}

/** Counts the fates. commits = published + excluded + cancelled + folded + unresolved, always. */
export function sumOfFates(fates: readonly CommitFate[]): ConservationSum {
  const sum = { commits: fates.length, published: 0, excluded: 0, cancelled: 0, folded: 0, unresolved: 0 };
  for (const fate of fates) sum[fate.disposition] += 1;
  return sum;
}

function removalReasons(note: EditedNote): Map<string, string> {
  const kept = new Set(Array.from(note.bulletIds, changeOfEntry));
  const removed = note.entries.filter((entry) => !kept.has(changeOfEntry(entry.id)));
  const rolledUp = removed.flatMap((entry) =>
    (entry.rollsUp ?? []).filter((id) => !kept.has(id)).map((id) => [id, entry] as const),
  );
  return new Map([
    ...rolledUp.map(([id, by]) => [id, `rolled up in ${by.id}, which was ${reasonOf(by)}`] as const),
    ...removed.map((entry) => [entry.id, reasonOf(entry)] as const),
  ]);
}

function reasonOf({ imported }: EditedEntry): string {
  return imported === true ? UNTOLD : REMOVED;
}
