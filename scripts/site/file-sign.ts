import type { Stats } from 'node:fs';

/** File systems tell times in ticks: what was changed within the last ones may be changed again unseen. */
const TICKS_MS = 50;

/** What tells on disk whether a file may have changed. */
export function signOfStats({ size, mtimeMs, ctimeMs, ino, mode }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino} ${mode}`;
}

/** True where a file's sign tells of it: it was not changed shortly before a moment, in milliseconds, or later. */
export function isOlder({ mtimeMs, ctimeMs }: Stats, moment: number): boolean {
  return Math.max(mtimeMs, ctimeMs) < moment - TICKS_MS;
}
