import { type UnreadLine, unreadLine } from './imported-version.ts';

/** Front matter is short: a line of dashes far below is a rule. */
const LONGEST = 100;

/** Lines with a site's front matter blanked, whatever language it is in: it is data, and never run. */
export function withoutFrontMatter(
  lines: readonly string[],
  file: string,
): { lines: readonly string[]; unread: UnreadLine[] } {
  const end = /^---[a-z]*\s*$/.test(lines[0] ?? '') ? closing(lines) : -1;
  if (end < 0) return { lines, unread: [] };
  return {
    lines: lines.map((line, index) => (index <= end ? '' : line)),
    unread: [unreadLine(file, 1, lines[1] ?? '', 'it is front matter of a site')],
  };
}

/** Behind words that look like fields; -1 where there are none. */
function closing(lines: readonly string[]): number {
  const end = lines.slice(1, LONGEST).findIndex((line) => /^---\s*$/.test(line)) + 1;
  const isData = lines[0]?.trim() !== '---' || /^[\w-]+\s*:/.test(lines[1] ?? '');
  return end > 0 && isData ? end : -1;
}
