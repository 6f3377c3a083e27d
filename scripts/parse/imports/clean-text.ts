import { withoutAddresses, withoutControls } from '../message/text.ts';
import { type UnreadLine, unreadLine } from './imported-version.ts';

/** A text that may become a record, and what was taken out of it. */
export interface CleanText {
  text: string;
  unread: UnreadLine[];
}

/**
 * Line ends as records have them; invisible characters and e-mail addresses go, since no record holds them. The lines
 * stay as many as they were.
 */
export function cleanText(text: string, file: string): CleanText {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const clean = withoutAddresses(withoutControls(lines));
  return clean === lines ? { text: lines, unread: [] } : lineByLine(lines.split('\n'), file);
}

function lineByLine(lines: readonly string[], file: string): CleanText {
  const unread: UnreadLine[] = [];
  const clean = lines.map((line, index) => {
    const visible = withoutControls(line);
    const open = withoutAddresses(visible);
    if (visible !== line)
      unread.push(unreadLine(file, index + 1, open, 'invisible characters were taken out'));
    if (open !== visible)
      unread.push(unreadLine(file, index + 1, open, 'an e-mail address was taken out: records hold none'));
    return open;
  });
  return { text: clean.join('\n'), unread };
}
