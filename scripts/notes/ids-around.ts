import { compareVersions } from '../../src/history/version-order.ts';
import type { NoteText } from '../../src/notes/proofread/note-text.ts';
import type { ReadNote } from '../../src/notes/proofread/note-texts.ts';
import type { LedgerReader } from '../store/read.ts';

/**
 * Ids of the entries of a product's notes, for whoever proofreads one of them: others are opened, the nearest releases
 * first, only where an id is asked for that the note itself does not have.
 */
export function idsAround({ note }: ReadNote, reader: LedgerReader, product: string): NoteText['ids'] {
  const idsOf = (version: string): string[] =>
    reader.note(product, version)?.data.entries.map(({ id }) => id) ?? [];
  const known = new Set(note.entries.map(({ id }) => id));
  let others: string[] | null = null;
  return {
    has: (id) => {
      others ??= nearestFirst(reader.notedVersions(product), note.version);
      while (!known.has(id) && others.length > 0)
        for (const each of idsOf(others.shift() ?? '')) known.add(each);
      return known.has(id);
    },
  };
}

/** A note names what the releases just before or after it tell of, as a rule. */
function nearestFirst(versions: readonly string[], own: string): string[] {
  const sorted = [...versions].sort(compareVersions);
  const place = sorted.indexOf(own);
  const distance = new Map(sorted.map((version, index) => [version, Math.abs(index - place)]));
  return sorted
    .filter((version) => version !== own)
    .sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0));
}
