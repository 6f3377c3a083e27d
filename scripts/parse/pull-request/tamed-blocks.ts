import type { BlockContent, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { htmlWords } from './html-words.ts';
import { codeText } from './plain-phrasing.ts';
import { tableRows } from './table-rows.ts';
import { type Surroundings, tamedPhrasing } from './tamed-phrasing.ts';

/**
 * Blocks of strangers as blocks of one bullet: paragraphs, lists, quotes and code. Headings become bold
 * paragraphs, rows of tables items of a list; HTML leaves its words, footnotes stand where they are
 * defined, behind their number.
 */
export function tamedBlocks(nodes: readonly RootContent[], around: Surroundings): BlockContent[] {
  return nodes.flatMap((node) => tamedBlock(node, around));
}

function tamedBlock(node: RootContent, around: Surroundings): BlockContent[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(tamedPhrasing(node.children, around));
    case 'heading':
      return paragraph(bold(tamedPhrasing(node.children, around, ['strong'])));
    case 'html':
      return paragraph(tamedPhrasing([{ type: 'text', value: htmlWords(node.value) }], around));
    case 'code':
      return code(node.value, node.lang ?? '');
    case 'blockquote':
      return filled({ ...node, children: tamedBlocks(node.children, around) });
    case 'list':
      return list(node, around);
    case 'table':
      return filled({ type: 'list', ordered: false, spread: false, children: tableRows(node, around) });
    case 'footnoteDefinition':
      return numbered(node.label ?? node.identifier, tamedBlocks(node.children, around));
    default:
      return [];
  }
}

function paragraph(children: readonly PhrasingContent[]): BlockContent[] {
  const inside = trimmed(children);
  return plainText(inside).trim() === '' ? [] : [{ type: 'paragraph', children: inside }];
}

/** A paragraph neither starts nor ends with a line end. */
function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const isText = (node: PhrasingContent): boolean => node.type !== 'break' && plainText(node).trim() !== '';
  const inside = children.slice(children.findIndex(isText), children.findLastIndex(isText) + 1);
  return inside.map((node, index) => {
    if (node.type !== 'text') return node;
    const start = index === 0 ? node.value.trimStart() : node.value;
    return { type: 'text', value: index === inside.length - 1 ? start.trimEnd() : start };
  });
}

function bold(children: PhrasingContent[]): PhrasingContent[] {
  return children.length === 0 ? [] : [{ type: 'strong', children: trimmed(children) }];
}

function code(value: string, language: string): BlockContent[] {
  const text = codeText(value).replace(/^\n+|\s+$/g, '');
  const lang = /^[\w+#.-]{1,30}$/.test(language) ? language : null;
  return text.trim() === '' ? [] : [{ type: 'code', lang, value: text }];
}

function filled<Node extends BlockContent & { children: unknown[] }>(node: Node): Node[] {
  return node.children.length === 0 ? [] : [node];
}

function list(node: List, around: Surroundings): BlockContent[] {
  const children = node.children.map((item): ListItem => {
    const inside = tamedBlocks(item.children, around);
    return { type: 'listItem', checked: item.checked ?? null, spread: !isTight(inside), children: inside };
  });
  return filled({ ...node, children: children.filter((item) => item.children.length > 0) });
}

/** Whether blocks can follow one another without an empty line between them. */
export function isTight(blocks: readonly BlockContent[]): boolean {
  return blocks.slice(1).every((block, index) => {
    if (blocks[index]?.type !== 'paragraph') return false;
    return block.type === 'list' ? !block.ordered : block.type === 'code';
  });
}

function numbered(label: string, blocks: BlockContent[]): BlockContent[] {
  const [first, ...rest] = blocks;
  const mark: PhrasingContent = { type: 'text', value: `[${label}] ` };
  if (first?.type !== 'paragraph') return blocks;
  return [{ ...first, children: [mark, ...first.children] }, ...rest];
}
