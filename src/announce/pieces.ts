import type { RootContent } from 'mdast';
import type { Section } from '../records/sections.ts';
import type { AnnouncedItem, Announcement } from './announcement.ts';

/** The smallest parts that a form is cut between: a heading, a block of prose, an entry with all that belongs to it. */
export type Piece =
  | { kind: 'heading'; words: string; section: Section | null }
  | { kind: 'prose'; block: RootContent }
  | { kind: 'item'; item: AnnouncedItem };

/** An announcement from its first words to its last entry. */
export function piecesOf({ lead, intro, sections }: Announcement): Piece[] {
  return [
    ...prose([...lead, ...intro]),
    ...sections.flatMap((section): Piece[] => [
      { kind: 'heading', words: section.heading, section: section.section },
      ...prose(section.prose),
      ...section.items.map((item): Piece => ({ kind: 'item', item })),
    ]),
  ];
}

function prose(blocks: readonly RootContent[]): Piece[] {
  return blocks.map((block) => ({ kind: 'prose', block }));
}

/** What of a form has room, and what has not. */
export interface Fitting<Part> {
  shown: Part[];
  /** Entries that are not shown. */
  following: number;
  /** True where nothing at all was left out. */
  whole: boolean;
}

/** A piece as a form writes it. */
export interface Written {
  piece: Piece;
  text: string;
}

/**
 * The pieces that a form has room for: all of them where they fit, else as many from the start as leave room for a last
 * line. No piece is cut, and no heading stands alone at the end. `sizeOf` counts in the form's own measure, with
 * whatever separates pieces.
 */
export function fitting(
  pieces: readonly Written[],
  { room, lastLine, sizeOf }: { room: number; lastLine: number; sizeOf: (text: string) => number },
): Fitting<Written> {
  const sizes = pieces.map(({ text }) => sizeOf(text));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= room) return { shown: [...pieces], following: 0, whole: true };
  let used = lastLine;
  const end = sizes.findIndex((size) => {
    used += size;
    return used > room;
  });
  const shown = withoutLastHeadings(pieces.slice(0, Math.max(end, 0)));
  return { shown, following: itemCount(pieces) - itemCount(shown), whole: false };
}

/** How many entries are among pieces. */
export function itemCount(pieces: readonly Written[]): number {
  return pieces.filter(({ piece }) => piece.kind === 'item').length;
}

function withoutLastHeadings(pieces: readonly Written[]): Written[] {
  const last = pieces.findLastIndex(({ piece }) => piece.kind !== 'heading');
  return pieces.slice(0, last + 1);
}
