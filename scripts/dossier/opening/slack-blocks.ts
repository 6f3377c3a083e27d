import { shortened } from './readable.ts';

/** Slack's limits for messages and their blocks, as docs.slack.dev/reference/block-kit names them. */
export const SLACK_LIMITS = { blocks: 50, text: 3000, header: 150, message: 4000 } as const;

/** A title in large letters. */
export interface HeaderBlock {
  type: 'header';
  text: { type: 'plain_text'; text: string };
}

/** A paragraph in Slack's own markup. */
export interface SectionBlock {
  type: 'section';
  /** `verbatim`: names of channels and of everybody are words, not mentions. */
  text: { type: 'mrkdwn'; text: string; verbatim: true };
}

export type SlackBlock = HeaderBlock | SectionBlock;

/** Text as Slack's markup has to have it, that it be no markup: docs.slack.dev/messaging/formatting-message-text. */
export function escapeSlack(text: string): string {
  // A backtick would make code of all that follows.
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('`', '’');
}

/** A title, cut where it is too long. It has no markup. */
export function headerBlock(title: string): HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: shortened(title, SLACK_LIMITS.header) } };
}

/** Room for "and 1234 more lines". */
const ROOM_FOR_MORE = 40;

/** Lines of markup in as few blocks as hold them, at most so many; what has no room is counted. */
export function sectionBlocks(lines: readonly string[], most: number): SectionBlock[] {
  const texts = filled(lines, SLACK_LIMITS.text - ROOM_FOR_MORE);
  const shown = texts.slice(0, most);
  const left = texts.slice(most).reduce((count, group) => count + group.length, 0);
  if (left > 0) shown.at(-1)?.push(`…and ${left} more ${left === 1 ? 'line' : 'lines'}`);
  return shown.map((group) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: group.join('\n'), verbatim: true },
  }));
}

/** Groups lines so that no group is longer than there is room. No line is cut: it could be in the midst of "&amp;". */
function filled(lines: readonly string[], room: number): string[][] {
  const groups: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    length += line.length + 1;
    if (length > room) {
      groups.push([]);
      length = line.length;
    }
    groups.at(-1)?.push(line);
  }
  return groups;
}
