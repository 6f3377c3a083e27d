import type { ListItem, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import { piece } from './piece.ts';

/** What is read of one release note: longer ones are cut. */
const LIMITS = { characters: 8000, lines: 200 };

/**
 * Only blocks are told apart: marks inside lines take the time of their square, and stay as they are
 * written.
 */
const INLINE = [
  'attention',
  'autolink',
  'htmlText',
  'labelStartImage',
  'labelStartLink',
  'labelEnd',
  'characterReference',
  'characterEscape',
  'codeText',
];
const PARSER = remark()
  .data('micromarkExtensions', [{ disable: { null: INLINE } }])
  .freeze();

/** A block of a markdown text, with its source. */
export interface Block {
  node: RootContent;
  source: string;
}

/** The blocks of a markdown text (CommonMark 0.31), of its first 8,000 characters and 200 lines. */
export function blocksOf(markdown: string): Block[] {
  const { text } = piece(markdown, LIMITS);
  const root: Root = PARSER.parse(text);
  return root.children.map((node) => ({ node, source: sourceOf(text, node) }));
}

/** What stands in each item of a list block, without marker and indentation. */
export function itemsOf({ node, source }: Block): string[] {
  if (node.type !== 'list') return [];
  const start = node.position?.start.offset ?? 0;
  return node.children.map((item) => itemSource(source, start, item));
}

function itemSource(list: string, listStart: number, item: ListItem): string {
  const [first, last] = [item.children[0], item.children.at(-1)];
  const from = (first?.position?.start.offset ?? 0) - listStart;
  const to = (last?.position?.end.offset ?? 0) - listStart;
  const indent = new RegExp(`^[ \\t]{0,${(first?.position?.start.column ?? 1) - 1}}`);
  const [head = '', ...rest] = list.slice(from, Math.max(from, to)).split('\n');
  return [head, ...rest.map((line) => line.replace(indent, ''))].join('\n').trim();
}

function sourceOf(text: string, node: RootContent): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
