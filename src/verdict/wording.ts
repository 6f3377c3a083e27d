import type { Recorded } from './dossier.ts';

/** A commit as people read it aloud. The record that a reason leads to has it in full. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 12);
}

/** "1 change", "2 changes". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A record's path, or null where there is none to lead to. */
export function pathOf(record: Recorded<unknown> | null): string | null {
  return record?.path ?? null;
}
