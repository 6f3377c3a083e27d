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

/** The versions around one, newest first; prereleases only where one is read. */
export function neighboursOf(product: string, notes: readonly NoteSource[], version: string): Neighbours {
  const reading = notes.find(({ note }) => note.version === version)?.note;
  const line = notes.filter(({ note }) => reading?.prerelease === true || !note.prerelease);
  const at = line.findIndex(({ note }) => note.version === version);
  const from = Math.max(0, Math.min(at - AROUND, line.length - 2 * AROUND - 1));
  const view = (source: NoteSource | undefined): VersionView | null =>
    source === undefined ? null : versionView(product, source);
  return {
    nearby: line.slice(from, from + 2 * AROUND + 1).map((source) => versionView(product, source)),
    newer: view(line[at - 1]),
    older: view(line[at + 1]),
  };
}
