import type { InlineCode, PhrasingContent, Text } from 'mdast';
import { withoutAddresses, withoutControls } from '../message/text.ts';

/** A handle, which GitHub links and whose owner it notifies: up to 39 characters, a team behind a slash. */
const HANDLE = /(?<!\w)@[a-z0-9][a-z0-9-]{0,38}(?:\/[a-z0-9][\w.-]*)?(?:@[a-z0-9-]+)*(?!\w)/;
/** A bare web address, which GitHub and our own pages link. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s`<>]*[^\s`<>.,;:!?)\]'"*_~]/;
const LINKED_BY_ITSELF = new RegExp(`${HANDLE.source}|${ADDRESS.source}`, 'gi');

/**
 * Text of strangers as text of the note: no characters that mislead, no e-mail addresses, handles and bare
 * addresses as code, which nothing links. Neighbours that markdown would run together are set apart.
 */
export function plainPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const plain = merged(nodes).flatMap((node): PhrasingContent[] =>
    node.type === 'text' ? textParts(node.value) : [node],
  );
  return apart(plain);
}

/** Text in code, which is never read as a note's own mark. */
export function codeText(value: string): string {
  return withoutControls(value).toWellFormed().replaceAll('_(withdrawn in', '_ (withdrawn in');
}

function merged(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', value: last.value + node.value };
    else out.push(node);
  }
  return out;
}

function textParts(value: string): (Text | InlineCode)[] {
  const text = readable(value);
  const parts: (Text | InlineCode)[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(LINKED_BY_ITSELF)) {
    if (index > from) parts.push({ type: 'text', value: text.slice(from, index) });
    parts.push({ type: 'inlineCode', value: found });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
}

function readable(value: string): string {
  const plain = withoutControls(value.replace(/\r\n?/g, '\n')).toWellFormed();
  return withoutAddresses(plain.replace(/[\t\u2028\u2029]/g, ' ').replace(/ *\n\s*/g, '\n'));
}

/** `a``b` is one piece of code and **a****b** one of emphasis: a space keeps them two. */
function apart(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const runsTogether = new Set(['inlineCode', 'strong', 'emphasis', 'delete']);
  return nodes.flatMap((node, index) =>
    runsTogether.has(node.type) && nodes[index - 1]?.type === node.type
      ? [{ type: 'text' as const, value: ' ' }, node]
      : [node],
  );
}
