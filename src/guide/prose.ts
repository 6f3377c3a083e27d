import type { Element, Root as HastRoot } from 'hast';
import type { Heading, Link, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { finish } from '../markdown/finish.ts';
import { anchorOf } from './guide-page.ts';

const LABELS = { tableLabel: 'Table', codeLabel: 'Code' };

const PROCESSOR = remark().use(remarkRehype).use(finish, LABELS).use(rehypeStringify).freeze();

/** Text of the guide as HTML. It is the tool's own: only what it writes itself is changed, which is links and anchors. */
export function renderProse(nodes: readonly RootContent[], path: (page: string) => string): string {
  const tree: Root = { type: 'root', children: nodes.map((node) => linked(node, path)) };
  return PROCESSOR.stringify(PROCESSOR.runSync(tree) as HastRoot);
}

function linked<Node extends RootContent>(node: Node, path: (page: string) => string): Node {
  const inside =
    'children' in node ? { children: node.children.map((child) => linked(child as RootContent, path)) } : {};
  if (node.type === 'link') return { ...node, ...inside, url: addressOf(node, path) } as Node;
  if (node.type === 'heading') return { ...node, ...inside, data: anchored(node) } as Node;
  return { ...node, ...inside } as Node;
}

/** "voting.md#late" leads to the page of that file. */
function addressOf({ url }: Link, path: (page: string) => string): string {
  const [, page, anchor = ''] = /^([a-z-]+)\.md(#.*)?$/.exec(url) ?? [];
  return page === undefined ? url : path(page) + anchor;
}

function anchored(heading: Heading): { hProperties: Element['properties'] } {
  return { hProperties: { id: anchorOf(plainText(heading)) } };
}
