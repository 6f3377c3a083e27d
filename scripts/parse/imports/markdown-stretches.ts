import type { Heading, List, Paragraph, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { remark } from 'remark';
import type { Stretch } from './compose-body.ts';
import { sectionOfWords } from './section-words.ts';
import { underHeadings } from './unheaded-list.ts';

/** Below every heading that is one. */
const WORDS_DEPTH = 7;

/** A version's markdown as stretches under headings: slices of the source, definitions left out. */
export function markdownStretches(text: string): Stretch[] {
  const root: Root = remark().parse(text);
  const groups: { heading: Heading | Paragraph | null; nodes: RootContent[]; end: number }[] = [
    { heading: null, nodes: [], end: 0 },
  ];
  for (const [index, node] of root.children.entries()) {
    if (isHeading(node, root.children[index + 1]))
      groups.push({ heading: node, nodes: [], end: endOf(node) });
    else groups.at(-1)?.nodes.push(node);
  }
  return groups.map(({ heading, nodes }) =>
    heading === null ? unheaded(nodes, text) : headed(heading, nodes, text),
  );
}

function headed(heading: Heading | Paragraph, nodes: readonly RootContent[], text: string): Stretch {
  return {
    heading: {
      depth: heading.type === 'heading' ? heading.depth : WORDS_DEPTH,
      text: heading.type === 'heading' ? inner(heading, text) : plainText(heading).replace(/\s*:\s*$/, ''),
    },
    text: sliced(nodes, text),
    hasBullets: nodes.some(isBulletList),
  };
}

/** Words before the list are the note's first words; its bullets need a heading. */
function unheaded(nodes: readonly RootContent[], text: string): Stretch {
  const at = nodes.findIndex(isBulletList);
  if (at < 0) return { heading: null, text: sliced(nodes, text), hasBullets: false };
  const lists = nodes.filter(isBulletList);
  const bullets = lists.flatMap((list) => list.children.map((item) => slice(text, item)));
  const others = nodes.slice(at).filter((node) => !isBulletList(node));
  const parts = [sliced(nodes.slice(0, at), text), underHeadings(bullets), sliced(others, text)];
  return { heading: null, text: parts.filter((part) => part.trim() !== '').join('\n\n'), hasBullets: true };
}

/** A heading, or a paragraph that serves as one: bold words, or a section's name, right above a list. */
function isHeading(node: RootContent, next: RootContent | undefined): node is Heading | Paragraph {
  if (node.type === 'heading') return true;
  if (node.type !== 'paragraph' || next === undefined || !isBulletList(next)) return false;
  const [only, ...more] = node.children;
  if (only?.type === 'strong' && more.every((other) => /^\s*:?\s*$/.test(plainText(other)))) return true;
  const words = plainText(node);
  return words.length < 60 && sectionOfWords(words.replace(/:$/, '')) !== null;
}

function isBulletList(node: RootContent): node is List {
  return node.type === 'list' && node.ordered !== true;
}

/** The source of neighbours as one piece, so that nothing between them is lost; definitions go. */
function sliced(nodes: readonly RootContent[], text: string): string {
  const runs: string[] = [];
  let open: RootContent[] = [];
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first !== undefined && last !== undefined)
      runs.push(text.slice(lineStart(text, startOf(first)), endOf(last)));
    open = [];
  };
  for (const node of nodes) {
    const before = open.at(-1);
    if (node.type === 'definition') close();
    else {
      if (before !== undefined && text.slice(endOf(before), startOf(node)).trim() !== '') close();
      open.push(node);
    }
  }
  close();
  return runs.join('\n\n');
}

/** Blanks in front of a block are its own. */
function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(start, at).trim() === '' ? start : at;
}

function inner(heading: Heading, text: string): string {
  const [first, last] = [heading.children[0], heading.children.at(-1)];
  if (first === undefined || last === undefined) return '';
  return text.slice(first.position?.start.offset, last.position?.end.offset).replace(/\s*\n\s*/g, ' ');
}

function slice(text: string, node: { position?: RootContent['position'] }): string {
  return text.slice(node.position?.start.offset, node.position?.end.offset);
}

function startOf(node: RootContent): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: RootContent): number {
  return node.position?.end.offset ?? 0;
}
