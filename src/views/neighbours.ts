import type { NoteSource } from './release-view.ts';
import { type VersionView, versionView } from './timeline-view.ts';

/** What stands beside a release: a few versions around it, the next and the previous one. */
export interface Neighbours {
  nearby: VersionView[];
  newer: VersionView | null;
  older: VersionView | null;
}

/** Versions on each side of the one that is read. */
const AROUND = 5;

/** The versions around the one at a place, newest first; prereleases only where one is read. */
export function neighboursOf(product: string, notes: readonly NoteSource[], place: number): Neighbours {
  const isShown = ({ note }: NoteSource): boolean =>
    notes[place]?.note.prerelease === true || !note.prerelease;
  const newer = nearest(notes, place, -1, isShown).reverse();
  const line = [...newer, ...notes.slice(place, place + 1), ...nearest(notes, place, 1, isShown)];
  const at = newer.length;
  const from = Math.max(0, Math.min(at - AROUND, line.length - 2 * AROUND - 1));
  const view = (source: NoteSource | undefined): VersionView | null =>
    source === undefined ? null : versionView(product, source);
  return {
    nearby: line.slice(from, from + 2 * AROUND + 1).map((source) => versionView(product, source)),
    newer: view(line[at - 1]),
    older: view(line[at + 1]),
  };
}

/** The next ones in a direction, as many as can be beside a version: a page never looks through all of them. */
function nearest(
  notes: readonly NoteSource[],
  place: number,
  step: 1 | -1,
  isShown: (source: NoteSource) => boolean,
): NoteSource[] {
  const found: NoteSource[] = [];
  for (let at = place + step; at >= 0 && at < notes.length && found.length < 2 * AROUND; at += step) {
    const source = notes[at];
    if (source !== undefined && isShown(source)) found.push(source);
  }
  return found;
}
