import type { NoteSource } from '../release-view.ts';

/** Versions in a release's own form: who runs an older one chooses on the page itself. */
const CHOICES = 40;

/** Final versions below one, the newest first; notes come newest first. */
export function earlierVersions(notes: readonly NoteSource[], version: string): string[] {
  const below = notes.slice(notes.findIndex(({ note }) => note.version === version) + 1);
  return below
    .filter(({ note }) => !note.prerelease)
    .slice(0, CHOICES)
    .map(({ note }) => note.version);
}
