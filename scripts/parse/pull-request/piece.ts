/** How much of a stranger's markdown is read at once. */
export interface PieceLimits {
  characters: number;
  lines: number;
}

/** Marks of quotes and list items at the start of a line, one inside the other. */
const CONTAINER_MARKS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const CONTAINER_MARK = /[ \t]*(?:>|[-+*]|\d{1,9}[.)])/g;
const DEEPEST = 10;

/**
 * The part of a markdown text that is safe to give to a parser, whose time and stack grow with the square
 * of lines, nested quotes and nested lists: as many characters and lines as the limits say, cut between
 * words, and no more than ten containers inside one another on a line. `cut` tells whether words are
 * missing.
 */
export function piece(text: string, { characters, lines }: PieceLimits): { text: string; cut: boolean } {
  const short = text.length > characters ? wholeWords(text.slice(0, characters + 1), characters) : text;
  const all = short.split('\n', lines + 1);
  const kept = all.slice(0, lines);
  return {
    text: kept.map(shallow).join('\n'),
    cut: short.length < text.length || all.length > lines,
  };
}

/** The longest beginning of the text that has at most so many characters and ends between two words. */
export function wholeWords(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const start = text.slice(0, characters + 1);
  const boundary = start.search(/\s\S*$/);
  return start.slice(0, boundary > characters / 2 ? boundary : characters).toWellFormed();
}

function shallow(line: string): string {
  const marks = CONTAINER_MARKS.exec(line)?.[0];
  if (marks === undefined || marks.length <= DEEPEST) return line;
  const each = marks.match(CONTAINER_MARK) ?? [];
  return each.length > DEEPEST ? each.slice(0, DEEPEST).join('') + line.slice(marks.length) : line;
}
