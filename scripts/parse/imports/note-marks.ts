import type { Nodes } from 'mdast';
import { remark } from 'remark';

/** What a note's body takes for a mark of its own: ids of changes, and withdrawals. */
const MARKS = /(?<!\\)\{(?=#[a-z0-9])|(?<!\\)_(?=\(withdrawn in )/g;

/** Puts a backslash before words that look like a note's own marks, outside of code: they read as before. */
export function withoutMarks(body: string): string {
  const places = [...body.matchAll(MARKS)].map(({ index }) => index);
  if (places.length === 0) return body;
  const code = codeIn(remark().parse(body));
  const open = places.filter((at) => !code.some(({ start, end }) => at >= start && at < end));
  return open.reduceRight((text, at) => `${text.slice(0, at)}\\${text.slice(at)}`, body);
}

function codeIn(node: Nodes): { start: number; end: number }[] {
  if (node.type === 'code' || node.type === 'inlineCode')
    return [{ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }];
  return 'children' in node ? node.children.flatMap(codeIn) : [];
}
