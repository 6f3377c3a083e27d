import type { BlockContent, Nodes, PhrasingContent } from 'mdast';
import { wholeWords } from './piece.ts';

/**
 * The first so many characters of the blocks' text, cut between words and lines of code, with " …" at the
 * end.
 */
export function cutBlocks(blocks: readonly BlockContent[], characters: number): BlockContent[] {
  const room = { left: characters };
  return ellipsis(blocks.flatMap((block) => cut(block, room)));
}

function cut<Node extends Nodes>(node: Node, room: { left: number }): Node[] {
  if (room.left <= 0) return [];
  if ('children' in node) {
    const children = (node.children as Nodes[]).flatMap((child) => cut(child, room));
    return children.length === 0 ? [] : [{ ...node, children } as Node];
  }
  if (!('value' in node)) return [node];
  const length = node.value.length;
  const value = length <= room.left ? node.value : beginning(node, room.left);
  room.left -= length;
  return value === '' ? [] : [{ ...node, value }];
}

function beginning(node: Nodes & { value: string }, characters: number): string {
  if (node.type === 'text') return wholeWords(node.value, characters).trimEnd();
  if (node.type !== 'code') return '';
  const start = node.value.slice(0, characters);
  return start.slice(0, Math.max(start.lastIndexOf('\n'), 0));
}

function ellipsis(blocks: readonly BlockContent[]): BlockContent[] {
  const last = blocks.at(-1);
  const [before, alone] = [blocks.slice(0, -1), { type: 'paragraph' as const, children: [text('…')] }];
  if (last === undefined) return [alone];
  if (last.type === 'paragraph')
    return [...before, { ...last, children: [...withoutEnd(last.children), text(' …')] }];
  if (last.type === 'blockquote')
    return [...before, { ...last, children: ellipsis(last.children as BlockContent[]) }];
  if (last.type !== 'list') return [...blocks, alone];
  const item = last.children.at(-1);
  if (item === undefined) return [...before, alone];
  const cutItem = { ...item, children: ellipsis(item.children as BlockContent[]) };
  return [...before, { ...last, children: [...last.children.slice(0, -1), cutItem] }];
}

/** A space before the ellipsis is enough. */
function withoutEnd(children: readonly PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1);
  if (last?.type === 'break') return children.slice(0, -1);
  return last?.type === 'text'
    ? [...children.slice(0, -1), { type: 'text', value: last.value.trimEnd() }]
    : [...children];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
