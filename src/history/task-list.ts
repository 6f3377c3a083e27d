import type { ListItem, Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** An item of a GitHub task list. */
export interface Task {
  /** Its words without marks. */
  text: string;
  ticked: boolean;
  /** Line in the text, counted from 1. */
  line: number;
}

const GFM = remark().use(remarkGfm);
const BOX = /\[[ \txX\n\r]\]/;

/**
 * The items of all task lists of a text, nested ones included, as GitHub Flavored Markdown 0.29 §5.3 defines them.
 * Items without a box, and what stands in code, are none.
 */
export function tasksOf(markdown: string): Task[] {
  if (!BOX.test(markdown)) return [];
  return itemsIn(GFM.parse(markdown)).flatMap((item) =>
    typeof item.checked === 'boolean'
      ? [{ text: ownWords(item), ticked: item.checked, line: item.position?.start.line ?? 1 }]
      : [],
  );
}

/** Words of a line of markdown without its marks, so that two ways to write them can be compared. */
export function plainWords(markdown: string): string {
  return oneLine(plainText(GFM.parse(markdown)));
}

function itemsIn(node: Nodes): ListItem[] {
  const below = 'children' in node ? node.children.flatMap((child: Nodes) => itemsIn(child)) : [];
  return node.type === 'listItem' ? [node, ...below] : below;
}

/** A nested list's words are its own items'. */
function ownWords({ children }: ListItem): string {
  return oneLine(
    children
      .filter(({ type }) => type !== 'list')
      .map((child) => plainText(child))
      .join(' '),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
