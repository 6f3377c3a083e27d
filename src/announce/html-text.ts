import type { Element, Root as HastRoot } from 'hast';
import type { ListItem, Nodes, Root, RootContent } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';

/** What may be in an announcement: words, no attributes but a link's address, a list's start and alignment. */
const ALLOWED = {
  tagNames: [
    ...['p', 'strong', 'em', 'del', 'code', 'pre', 'a', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ],
  attributes: {
    a: ['href'],
    ol: ['start'],
    th: [['align', 'left', 'center', 'right'] as [string, ...string[]]],
    td: [['align', 'left', 'center', 'right'] as [string, ...string[]]],
  },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style'],
};

const WRITER = remark().use(remarkRehype).use(rehypeSanitize, ALLOWED).use(rehypeStringify).freeze();

/** What is done to each element of a form before it is written. */
export type Dress = (element: Element) => void;

/** Blocks as HTML that can do no harm. */
export function htmlOf(blocks: readonly RootContent[], dress?: Dress): string {
  const root: Root = { type: 'root', children: blocks.map(withBoxes) as RootContent[] };
  const tree = WRITER.runSync(root) as HastRoot;
  if (dress !== undefined) visit(tree, dress);
  return WRITER.stringify(tree);
}

/** A plain word as HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Boxes of task lists become characters: mail and feeds have no controls. */
function withBoxes(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children = node.children.map(withBoxes);
  if (node.type !== 'listItem' || typeof node.checked !== 'boolean') return { ...node, children } as Nodes;
  return boxed({ ...node, children } as ListItem);
}

function boxed(item: ListItem): ListItem {
  const [first, ...rest] = item.children;
  const box = { type: 'text', value: item.checked === true ? '☑ ' : '☐ ' } as const;
  const children: ListItem['children'] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [box, ...first.children] }, ...rest]
      : [{ type: 'paragraph', children: [box] }, ...item.children];
  return { ...item, checked: null, children };
}

function visit(node: HastRoot | Element, dress: Dress): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    visit(child, dress);
    dress(child);
  }
}
