import { parseNoteBody } from '../../../src/markdown/note-body.ts';
import type { Dossier } from '../../../src/verdict/dossier.ts';
import { shippedChanges } from '../../../src/verdict/shipped-changes.ts';
import { plainLine } from './readable.ts';

/** What is in a release, as far as the dossier knows. */
export interface CallContents {
  /** What tells it: the note, the commits of the tag, the list of whoever opened it, or nothing yet. */
  from: 'note' | 'changes' | 'scope' | 'nothing';
  /** In reading order; only those that have entries. */
  sections: { heading: string; entries: string[] }[];
}

const LONGEST_ENTRY = 160;

/** The entries of the note, else the changes that ship, else the changes that were approved. */
export function contentsOf(dossier: Dossier): CallContents {
  const noted = notedSections(dossier);
  if (noted.length > 0) return { from: 'note', sections: noted };
  const shipped = shippedChanges(dossier).map(({ id }) => id);
  if (shipped.length > 0) return { from: 'changes', sections: [named('Changes', shipped, dossier)] };
  const scope = dossier.opening?.data.scope ?? [];
  if (scope.length > 0) return { from: 'scope', sections: [named('Approved changes', scope, dossier)] };
  return { from: 'nothing', sections: [] };
}

function notedSections({ note }: Dossier): CallContents['sections'] {
  if (note === null) return [];
  return parseNoteBody(note.body)
    .sections.map(({ heading, bullets }) => ({
      heading: plainLine(heading, LONGEST_ENTRY),
      entries: bullets.map(({ text, ids }) => entry(text, ids)),
    }))
    .filter(({ entries }) => entries.length > 0);
}

function named(
  heading: string,
  ids: readonly string[],
  { changes }: Dossier,
): CallContents['sections'][number] {
  const titles = new Map(changes.map(({ data }) => [data.id, data.title]));
  return { heading, entries: ids.map((id) => entry(titles.get(id) ?? '', [id])) };
}

function entry(text: string, ids: readonly string[]): string {
  const words = plainLine(text, LONGEST_ENTRY);
  if (words === '') return ids.join(', ');
  return ids.length === 0 ? words : `${words} (${ids.join(', ')})`;
}
