import { type NoteSource, type ProductSource, releaseView } from './release-view.ts';
import type { SectionView } from './section-view.ts';

/** Entries on one page: more make a page that nobody waits for. */
export const ENTRIES_PER_PART = 250;

/** A section and the page that it starts on. */
export interface PlacedSection {
  id: string;
  heading: string;
  count: number;
  part: number;
}

/** Cuts a long release into parts of at most `size` entries. A section that is cut goes on in the next part. */
export function partsOf(sections: readonly SectionView[], size = ENTRIES_PER_PART): SectionView[][] {
  const parts: SectionView[][] = [[]];
  let room = size;
  for (const section of sections) {
    let rest = section;
    while (rest.entries.length > room) {
      if (room > 0) parts.at(-1)?.push({ ...rest, entries: rest.entries.slice(0, room) });
      rest = { ...rest, entries: rest.entries.slice(room), proseHtml: room > 0 ? '' : rest.proseHtml };
      parts.push([]);
      room = size;
    }
    parts.at(-1)?.push(rest);
    room -= rest.entries.length;
  }
  return parts;
}

/** Where each section starts. */
export function placedSections(parts: readonly SectionView[][]): PlacedSection[] {
  const placed = new Map<string, PlacedSection>();
  for (const [index, part] of parts.entries()) {
    for (const { id, heading, entries } of part) {
      const before = placed.get(id);
      if (before === undefined) placed.set(id, { id, heading, count: entries.length, part: index + 1 });
      else before.count += entries.length;
    }
  }
  return [...placed.values()];
}

/** Numbers of the parts that follow a release's first page. */
export function furtherParts(note: NoteSource, source: ProductSource): number[] {
  const bullets = note.body.sections.reduce((count, section) => count + section.bullets.length, 0);
  if (bullets <= ENTRIES_PER_PART) return [];
  return partsOf(releaseView(note, source).sections).flatMap((_, index) => (index === 0 ? [] : [index + 1]));
}
