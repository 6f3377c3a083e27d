import type { NoteSource } from '../release-view.ts';

/** Versions in a release's own form: who runs an older one chooses on the page itself. */
const CHOICES = 40;

/** Final versions below the one at a place, the newest first: so come the notes, and none is read that is not needed. */
export function earlierVersions(notes: readonly NoteSource[], place: number): string[] {
  const earlier: string[] = [];
  for (let at = place + 1; at < notes.length && earlier.length < CHOICES; at += 1) {
    const note = notes[at]?.note;
    if (note !== undefined && !note.prerelease) earlier.push(note.version);
  }
  return earlier;
}
