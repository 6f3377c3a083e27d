import type { Heading, Link, Parent, Root, RootContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { harmless } from './harmless.ts';

/** What a fragment of a note may hold: `level` is that of its first heading on the page. */
export interface TameOptions {
  level: number;
}

/**
 * A remark plugin for text of strangers: HTML is shown as the text that it is, images that do not stand beside the note
 * are replaced by their description, links lead to http and https only, headings keep the page's order.
 */
export function tame(this: unknown, options: TameOptions): (tree: Root) => void {
  return (tree) => {
    let open = options.level - 1;
    const headingLevel = (): ((depth: number) => Heading['depth']) => {
      const first = tree.children.find((node) => node.type === 'heading')?.depth ?? 1;
      return (depth) => {
        open = Math.min(Math.max(options.level + depth - first, options.level), open + 1, 6);
        return open as Heading['depth'];
      };
    };
    const level = headingLevel();
    tree.children = tree.children.flatMap((node) => tamed(node, level, true));
  };
}

type Level = (depth: number) => Heading['depth'];

function tamed(node: RootContent, level: Level, top: boolean): RootContent[] {
  switch (node.type) {
    case 'html':
      return node.value.trimStart().startsWith('<!--') ? [] : [asText(node.value, top)];
    case 'text':
    case 'inlineCode':
    case 'code':
      return [{ ...node, value: harmless(node.value) }];
    case 'image':
      return [node.data?.placed === true ? node : text(node.alt ?? '')];
    case 'imageReference':
      return [text(node.alt ?? '')];
    case 'footnoteReference':
      return [text(`[${node.label ?? node.identifier}]`)];
    case 'footnoteDefinition':
      return within(node, level);
    case 'heading':
      return [heading(node, level, top)];
    case 'link':
      return webAddress(node) === null
        ? within(node, level)
        : [{ ...withChildren(node, level), title: null }];
    case 'linkReference':
      return [withChildren(node, level)];
    case 'definition':
      return isWebAddress(node.url) ? [{ ...node, title: null }] : [];
    default:
      return ['children' in node ? withChildren(node, level) : node];
  }
}

function heading(node: Heading, level: Level, top: boolean): RootContent {
  const inside = within(node, level) as Heading['children'];
  if (top) return { type: 'heading', depth: level(node.depth), children: inside };
  return { type: 'paragraph', children: [{ type: 'strong', children: inside }] };
}

function withChildren<Node extends RootContent>(node: Node, level: Level): Node {
  return { ...node, children: within(node as unknown as Parent, level) };
}

function within(node: Parent, level: Level): RootContent[] {
  return node.children.flatMap((child) => tamed(child, level, false));
}

function text(value: string): Text {
  return { type: 'text', value: harmless(value) };
}

function asText(value: string, top: boolean): RootContent {
  return top ? { type: 'paragraph', children: [text(value)] } : text(value);
}

function webAddress(node: Link): string | null {
  return isWebAddress(node.url) && plainText(node) !== '' ? node.url : null;
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(address) && URL.canParse(address);
}
