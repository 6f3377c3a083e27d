import type { ListItem, RootContent } from 'mdast';
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { AnnouncedItem } from './announcement.ts';
import type { Piece, Written } from './pieces.ts';

/** Characters that are escaped in certain places only, all of which `isPlain` knows. */
const WORDS = /^[\p{L}\p{N} ,;?/%'"().#+=-]+$/u;
const LINE_BREAK = /^[\r\n]?$/;

/** True where nothing of a text has to be escaped. `before` and `after` are the characters around it. */
function isPlain(value: string, before: string, after: string): boolean {
  if (!WORDS.test(value) || /w\./i.test(value) || value.endsWith('#')) return false;
  if (LINE_BREAK.test(before) ? !/^\p{L}/u.test(value) : /^(?:\]\(|w\.)/i.test(before + value[0]))
    return false;
  return !(value.endsWith(' ') && LINE_BREAK.test(after));
}

/** Most texts are words: to look for what has to be escaped takes far longer than to see that nothing has. */
const text: Handle = (node, parent, state, info) =>
  isPlain(node.value, info.before, info.after) ? node.value : defaultHandlers.text(node, parent, state, info);

/** A rule in the bullets' own character would make the list change its bullets. */
const WRITER = remark()
  .use(remarkGfm, { singleTilde: false })
  .data('settings', {
    ...{ bullet: '-', rule: '*', emphasis: '_', listItemIndent: 'one', fences: true },
    handlers: { text },
  })
  .freeze();

/** Blocks as markdown, without a line break at the end. */
export function markdownOf(...children: RootContent[]): string {
  return WRITER.stringify({ type: 'root', children }).trimEnd();
}

/** How a piece is written: its heading's level, and what is done to its blocks first. */
export interface MarkdownManner {
  /** Level of a section's heading. */
  level: 2 | 3;
  change?: (block: RootContent) => RootContent;
}

/** A piece as markdown, with the line breaks that part it from the piece before it. */
export function markdownPieces(
  pieces: readonly Piece[],
  { level, change = (block) => block }: MarkdownManner,
): Written[] {
  let before: { piece: Piece; text: string } | null = null;
  return pieces.map((piece) => {
    const text = pieceText(piece, level, change);
    const tight =
      piece.kind === 'item' && before?.piece.kind === 'item' && isTight(before.text) && isTight(text);
    before = { piece, text };
    return { piece, text: `${tight ? '\n' : '\n\n'}${text}` };
  });
}

/** Pieces as one text that ends with a line break. */
export function joinedMarkdown(pieces: readonly Written[]): string {
  return pieces.map(({ text }) => text).join('');
}

function isTight(text: string): boolean {
  return !text.includes('\n\n');
}

function pieceText(piece: Piece, level: 2 | 3, change: (block: RootContent) => RootContent): string {
  if (piece.kind === 'heading')
    return markdownOf({ type: 'heading', depth: level, children: [{ type: 'text', value: piece.words }] });
  if (piece.kind === 'prose') return markdownOf(change(piece.block));
  const { blocks } = piece.item;
  const changed = blocks.map(change);
  return changed.every((block, index) => block === blocks[index]) ? ownBullet(piece.item) : bullet(changed);
}

/** Most entries stand in several forms with the same words. */
const bullets = new WeakMap<AnnouncedItem, string>();

function ownBullet(item: AnnouncedItem): string {
  const text = bullets.get(item) ?? bullet(item.blocks);
  bullets.set(item, text);
  return text;
}

function bullet(blocks: RootContent[]): string {
  const item = { type: 'listItem', spread: blocks.length > 1, children: blocks } as ListItem;
  return markdownOf({ type: 'list', ordered: false, spread: item.spread ?? false, children: [item] });
}
