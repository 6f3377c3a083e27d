import type { NoteSource } from './release-view.ts';
import { type VersionView, versionView } from './timeline-view.ts';

/** A note, and how lists show it. */
export interface ListedNote {
  note: NoteSource;
  view: VersionView;
}

/** The last final releases of a product by their dates, the newest first. Of all others only their place in lists is read. */
export function lastFinals(product: string, notes: readonly NoteSource[], count: number): ListedNote[] {
  return notes
    .map((note) => ({ note, view: versionView(product, note) }))
    .filter(({ view }) => !view.prerelease)
    .sort((a, b) => newestFirst(a.view, b.view))
    .slice(0, count);
}

/** Puts the newer of two versions first. */
export function newestFirst({ date: a }: VersionView, { date: b }: VersionView): number {
  return a.instant < b.instant ? 1 : a.instant > b.instant ? -1 : 0;
}
