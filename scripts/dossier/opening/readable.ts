import { plainWords } from '../../../src/history/task-list.ts';
import { harmless } from '../../../src/markdown/harmless.ts';

/** Words that ring for everybody where a message is pasted into a channel or sent with names linked. */
const CALLS_ALL = /@(?=(?:channel|here|everyone)\b)/gi;
/** How Slack writes mentions, channels and links. */
const SLACK_MARK = /<(?=[!@#])/g;
/** Not seen, and no word goes over it. */
const BREAK = '\u200B';

/**
 * One line of foreign text, safe to be shown in a channel: no control characters, no line ends, nothing that calls
 * everybody, and no longer than `most` characters.
 */
export function oneLine(text: string, most: number): string {
  const words = harmless(text).replace(/\s+/g, ' ').trim();
  return shortened(words, most).replace(CALLS_ALL, `@${BREAK}`).replace(SLACK_MARK, `<${BREAK}`);
}

/** The same for markdown: its words without marks. */
export function plainLine(markdown: string, most: number): string {
  return oneLine(plainWords(markdown), most);
}

/** Text that is cut between two characters, and says so. */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** The first few of a list, and how many there are more. */
export function firstFew(items: readonly string[], most: number): string[] {
  // "and 1 more" takes as much room as the one.
  if (items.length <= most + 1) return [...items];
  return [...items.slice(0, most), `and ${items.length - most} more`];
}
