import type { RootContent } from 'mdast';
import type { AnnouncedItem } from './announcement.ts';
import { type Dress, htmlOf } from './html-text.ts';
import type { Piece, Written } from './pieces.ts';

/** Pieces as HTML. An entry is an `<li>`, to be put into a list by `joinedHtml`. */
export function htmlPieces(pieces: readonly Piece[], dress?: Dress): Written[] {
  return pieces.map((piece) => ({ piece, text: pieceHtml(piece, dress) }));
}

/** Pieces as one text: entries that follow each other are one list, whose start tag is given. */
export function joinedHtml(pieces: readonly Written[], listStart = '<ul>'): string {
  return pieces
    .map(({ piece, text }, index) => {
      const isItem = piece.kind === 'item';
      const opens = isItem && pieces[index - 1]?.piece.kind !== 'item';
      const closes = isItem && pieces[index + 1]?.piece.kind !== 'item';
      return `${opens ? `${listStart}\n` : ''}${text}${closes ? '\n</ul>' : ''}`;
    })
    .join('\n');
}

/** One line stands in a list without a paragraph of its own. */
export function itemHtml({ blocks }: AnnouncedItem, dress?: Dress): string {
  return htmlOf([listOf(blocks)], dress)
    .replace(/^<ul[^>]*>\s*/, '')
    .replace(/\s*<\/ul>$/, '');
}

function pieceHtml(piece: Piece, dress?: Dress): string {
  if (piece.kind === 'item') return itemHtml(piece.item, dress);
  if (piece.kind === 'prose') return htmlOf([piece.block], dress);
  return htmlOf([{ type: 'heading', depth: 2, children: [{ type: 'text', value: piece.words }] }], dress);
}

function listOf(blocks: readonly RootContent[]): RootContent {
  const spread = blocks.length > 1;
  return {
    type: 'list',
    ordered: false,
    spread,
    children: [{ type: 'listItem', spread, children: blocks as never }],
  };
}
