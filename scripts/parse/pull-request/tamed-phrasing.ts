import type { Definition, Parents, PhrasingContent, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { htmlWords } from './html-words.ts';
import { type LinkOptions, linkTarget } from './link-target.ts';
import { codeText, plainPhrasing } from './plain-phrasing.ts';

/** What taming a text needs to know of it. */
export interface Surroundings extends LinkOptions {
  /** Addresses of link definitions, by their identifiers. */
  definitions: ReadonlyMap<string, string>;
}

/** Link definitions anywhere in a text; of several with one name the first counts, as CommonMark says. */
export function definitionsIn(root: Root): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: Parents | Definition): void => {
    if (node.type === 'definition') found.set(node.identifier, found.get(node.identifier) ?? node.url);
    else
      for (const child of node.children) if ('children' in child || child.type === 'definition') visit(child);
  };
  visit(root);
  return found;
}

/** The inside of a paragraph without HTML and images, with links only where the note may link. */
export function tamedPhrasing(
  nodes: readonly PhrasingContent[],
  around: Surroundings,
  inside: readonly string[] = [],
): PhrasingContent[] {
  return plainPhrasing(nodes.flatMap((node) => tamed(node, around, inside)));
}

function tamed(node: PhrasingContent, around: Surroundings, inside: readonly string[]): PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'break':
      return [node];
    case 'inlineCode':
      return code(node.value);
    case 'html':
      return words(/^<br\b/i.test(node.value) ? '\n' : htmlWords(node.value));
    case 'image':
    case 'imageReference':
      return words(node.alt ?? '');
    case 'footnoteReference':
      return words(`[${node.label ?? node.identifier}]`);
    case 'link':
      return link(node.url, node.children, around, inside);
    case 'linkReference':
      return link(around.definitions.get(node.identifier) ?? '', node.children, around, inside);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return span(node, around, inside);
    default:
      return [];
  }
}

function words(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

function code(value: string): PhrasingContent[] {
  const line = codeText(value.replace(/\s*\n\s*/g, ' '));
  return line.trim() === '' ? [] : [{ type: 'inlineCode', value: line }];
}

function link(
  address: string,
  nodes: readonly PhrasingContent[],
  around: Surroundings,
  inside: readonly string[],
): PhrasingContent[] {
  const url = linkTarget(address, around);
  if (url === null) return nodes.flatMap((node) => tamed(node, around, inside));
  const children = tamedLabel(nodes, around, inside);
  if (plainText(children).trim() === '') return [];
  return [{ type: 'link', url, title: null, children }];
}

/** A bare address that the note may link to stays as it is: its words are its address. */
function tamedLabel(
  nodes: readonly PhrasingContent[],
  around: Surroundings,
  inside: readonly string[],
): PhrasingContent[] {
  const label = tamedPhrasing(nodes, around, inside);
  return label.map((node) =>
    node.type === 'inlineCode' && /^(?:https?:|www\.)/i.test(node.value)
      ? { type: 'text', value: node.value }
      : node,
  );
}

/** Emphasis within the same emphasis says nothing more, and cannot be written down. */
function span(
  node: Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }>,
  around: Surroundings,
  inside: readonly string[],
): PhrasingContent[] {
  if (inside.includes(node.type)) return node.children.flatMap((child) => tamed(child, around, inside));
  const children = tamedPhrasing(node.children, around, [...inside, node.type]);
  return plainText(children).trim() === '' ? [] : [{ ...node, children }];
}
