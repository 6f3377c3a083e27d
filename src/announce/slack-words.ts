import type { List, Nodes, Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';

/**
 * Words as Slack's markup has to have them, that they be no markup: docs.slack.dev/messaging/formatting-message-text.
 * Whoever is mentioned is mentioned by "<", so that no words of strangers can. A backtick would make code of all that
 * follows.
 */
export function escapeSlack(text: string): string {
  return escapeCode(text).replaceAll('`', '’');
}

/** Blocks in Slack's own markup. */
export function slackOf(blocks: readonly Nodes[]): string {
  return blocks.map(block).join('\n').trim();
}

function block(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return `*${inline(node.children)}*`;
    case 'list':
      return list(node);
    case 'code':
      return `\`\`\`\n${escapeCode(node.value).replaceAll('`', '’')}\n\`\`\``;
    case 'blockquote':
      return indented(slackOf(node.children), '&gt; ');
    case 'table':
      return table(node);
    case 'thematicBreak':
      return '———';
    default:
      return 'children' in node ? inline(node.children) : inline([node]);
  }
}

function list({ children, ordered, start }: List): string {
  return children
    .map((item, index) => {
      const sign = ordered === true ? `${(start ?? 1) + index}.` : '•';
      return `${sign} ${indented(slackOf(item.children), '    ').trimStart()}`;
    })
    .join('\n');
}

function table({ children }: Table): string {
  return children
    .map(({ children: cells }) => cells.map((cell) => inline(cell.children)).join(' | '))
    .join('\n');
}

function inline(nodes: readonly Nodes[]): string {
  return nodes.map(phrase).join('');
}

function phrase(node: Nodes): string {
  switch (node.type) {
    case 'strong':
      return around('*', node.children);
    case 'emphasis':
      return around('_', node.children);
    case 'delete':
      return around('~', node.children);
    case 'inlineCode':
      return `\`${escapeSlack(node.value.replaceAll('\n', ' '))}\``;
    case 'link':
      return slackLink(node.url, plainText(node));
    case 'break':
      return '\n';
    default:
      return 'children' in node ? inline(node.children) : escapeSlack(plainText(node));
  }
}

/** A link whose words cannot end it. */
export function slackLink(url: string, words: string): string {
  const address = escapeCode(url).replaceAll('|', '%7C').replaceAll(/\s/g, '%20');
  return `<${address}|${escapeSlack(words.replace(/\s+/g, ' ').trim() || url)}>`;
}

function around(sign: string, nodes: readonly Nodes[]): string {
  const words = inline(nodes);
  return words.trim() === '' ? words : `${sign}${words}${sign}`;
}

function indented(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => `${by}${line}`)
    .join('\n');
}

function escapeCode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
