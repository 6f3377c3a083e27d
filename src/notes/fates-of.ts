import type { MoreWithdrawal, NoteEntry } from '../records/note.ts';

/** The fate that the entry names first, and those on other lines and in prereleases. */
export function fatesOf({ withdrawnIn, restoredIn, moreWithdrawals = [] }: NoteEntry): MoreWithdrawal[] {
  return withdrawnIn === undefined ? moreWithdrawals : [{ in: withdrawnIn, restoredIn }, ...moreWithdrawals];
}
