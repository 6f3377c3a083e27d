import type { Announcement } from './announcement.ts';
import { joinedMarkdown, markdownOf, markdownPieces } from './markdown-text.ts';
import { plain } from './note-tree.ts';
import { piecesOf } from './pieces.ts';

/** A release's notes as a file of their own: nothing is left out, and every link is an address. */
export function markdownForm(announcement: Announcement): string {
  const title = markdownOf({ type: 'heading', depth: 1, children: [plain(announcement.title)] });
  const pieces = markdownPieces(piecesOf(announcement), { level: 2 });
  return `${title}${joinedMarkdown(pieces)}\n`;
}
