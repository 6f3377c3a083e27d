import type { ListItem, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { AnnouncedItem } from '../announcement.ts';

/** A form's text as a reader's program takes it apart. */
export function reread(markdown: string): Root {
  return remark().use(remarkGfm, { singleTilde: false }).parse(markdown);
}

/** Words of each entry in a form, in order, without white space: entries are the items of lists below a heading. */
export function rereadItems(markdown: string): string[] {
  const { children } = reread(markdown);
  const start = children.findIndex(({ type }) => type === 'heading');
  return children
    .slice(Math.max(start, 0))
    .flatMap((node) => (node.type === 'list' && node.ordered !== true ? node.children : []))
    .map((item: ListItem) => bare(item));
}

/** Words of an announcement's entries in the same manner. */
export function itemWords(items: readonly AnnouncedItem[]): string[] {
  return items.map(({ blocks }) => bare({ type: 'root', children: blocks }));
}

/** White space and characters of no width may come and go. */
function bare(node: Nodes): string {
  return plainText(node).replace(/[\s\u200B]+/gu, '');
}

/** All nodes of a kind. */
export function nodesOf(node: Nodes, type: Nodes['type'], but: readonly string[] = []): Nodes[] {
  if (but.includes(node.type)) return [];
  const inside = 'children' in node ? node.children.flatMap((child) => nodesOf(child, type, but)) : [];
  return node.type === type ? [node, ...inside] : inside;
}
