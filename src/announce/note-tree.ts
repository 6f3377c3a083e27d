import type { Definition, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import { harmless } from '../markdown/harmless.ts';
import { parseGithub, plainLine } from '../markdown/parse.ts';
import { tame } from '../markdown/tame.ts';

/** One processor for each level that a fragment's first heading can have. */
const PROCESSORS = [2, 3, 4].map((level) => remark().use(tame, { level }).freeze());

/** Characters that no XML document may hold, and halves of characters. */
const UNWRITABLE = /[\uFFFE\uFFFF]/g;

/** Text that every form can carry: no control characters, no halves of characters. */
export function writable(text: string): string {
  return harmless(text).toWellFormed().replace(UNWRITABLE, '\uFFFD');
}

/**
 * Words of a note as blocks that every form is written from. HTML has become text, pictures their description, and
 * links hold their own address, so that each block can stand alone.
 */
export function blocksOf(markdown: string, level: 2 | 3 | 4, definitions = ''): RootContent[] {
  if (markdown.trim() === '') return [];
  const line = plainLine(writable(markdown));
  if (line !== null) return [paragraph(plain(line))];
  const processor = PROCESSORS[level - 2];
  if (processor === undefined) throw new Error('a fragment starts at level 2, 3 or 4');
  const parsed = parseGithub(writable(`${markdown}\n\n${definitions}`));
  const tree = processor.runSync(parsed) as Root;
  const targets = new Map(definitionsIn(tree).map(({ identifier, url }) => [identifier, url]));
  return tree.children.flatMap((node) => resolved(node, targets)) as RootContent[];
}

/** Words that are no markdown. */
export function plain(value: string): PhrasingContent {
  return { type: 'text', value: writable(value) };
}

/** Words in bold. */
export function bold(value: string): PhrasingContent {
  return { type: 'strong', children: [plain(value)] };
}

/** A paragraph of its own. */
export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function definitionsIn(node: Nodes): Definition[] {
  if (node.type === 'definition') return [node];
  return 'children' in node ? node.children.flatMap(definitionsIn) : [];
}

/** A reference becomes a link, or its words where its address was none for everybody. */
function resolved(node: Nodes, targets: ReadonlyMap<string, string>): Nodes[] {
  if (node.type === 'definition') return [];
  if (!('children' in node)) return [node];
  const children = node.children.flatMap((child) => resolved(child, targets));
  if (node.type !== 'linkReference') return [{ ...node, children } as Nodes];
  const url = targets.get(node.identifier);
  return url === undefined ? children : [{ type: 'link', url, children: children as PhrasingContent[] }];
}
