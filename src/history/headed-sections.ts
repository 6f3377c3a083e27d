import type { Nodes, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { remark } from 'remark';
import { remembersLast } from './remembers-last.ts';

/** What stands under one heading, up to the next one of the same or a higher level. */
export interface HeadedSection {
  heading: string;
  /** Line of the heading, counted from 1. */
  line: number;
  /** All words, code included, comments not. */
  text: string;
  /** The words that a person wrote as prose: neither code nor comments. */
  prose: string;
  /** The words of each item of its lists. */
  items: string[];
}

const COMMON = remark().freeze();

/**
 * A text as markdown; nobody may change what comes back. The controls of a release ask several things of each of its
 * records, and ask again for other moments.
 */
const read = remembersLast(64, (markdown): Root => COMMON.parse(markdown));

/** Cuts a record's body at its headings. A heading's own subsections belong to it and come again by themselves. */
export function headedSections(markdown: string): HeadedSection[] {
  const nodes = read(markdown).children;
  return nodes.flatMap((node, index) => {
    if (node.type !== 'heading') return [];
    const below = nodes.slice(index + 1);
    const end = below.findIndex((other) => other.type === 'heading' && other.depth <= node.depth);
    return [sectionOf(node, end === -1 ? below : below.slice(0, end))];
  });
}

/** All words of a text that are prose: neither code nor comments. */
export function proseOf(markdown: string): string {
  return words(read(markdown), isProse);
}

/** Text in code fences, in order. Nothing inside a fence can end it early. */
export function codeBlocks(markdown: string): string[] {
  return read(markdown).children.flatMap((node) => (node.type === 'code' ? [node.value] : []));
}

function sectionOf(heading: RootContent, content: readonly RootContent[]): HeadedSection {
  return {
    heading: plainText(heading).trim(),
    line: heading.position?.start.line ?? 1,
    text: content.map((node) => words(node, isShown)).join('\n'),
    prose: content.map((node) => words(node, isProse)).join('\n'),
    items: content.flatMap((node) =>
      node.type === 'list' ? node.children.map((item) => words(item, isShown)) : [],
    ),
  };
}

function words(node: Nodes, isWanted: (node: Nodes) => boolean): string {
  if (!isWanted(node)) return '';
  if (!('children' in node)) return 'value' in node ? node.value : node.type === 'break' ? ' ' : '';
  const separator = isBlock(node) ? '\n' : '';
  return node.children
    .map((child: Nodes) => words(child, isWanted))
    .join(separator)
    .trim();
}

function isBlock({ type }: Nodes): boolean {
  return type === 'root' || type === 'list' || type === 'listItem' || type === 'blockquote';
}

/** Raw HTML is shown nowhere. */
function isShown({ type }: Nodes): boolean {
  return type !== 'html' && type !== 'definition';
}

function isProse(node: Nodes): boolean {
  return isShown(node) && node.type !== 'code' && node.type !== 'inlineCode';
}
