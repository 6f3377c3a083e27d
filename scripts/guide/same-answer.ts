/** Stands for what the guide leaves out: lines where it stands alone, words within a line. */
const LEFT_OUT = '…';

/**
 * Whether a command showed what the guide says, line by line, but for spaces at the ends. Null where it did, else what is
 * missing, in words.
 */
export function missingLine(guide: string, shown: string): string | null {
  const lines = linesOf(shown);
  let at = 0;
  let isOpen = false;
  for (const wanted of linesOf(guide)) {
    if (wanted.trim() === LEFT_OUT) {
      isOpen = true;
      continue;
    }
    const found = lines.findIndex((line, index) => index >= at && isLike(wanted, line));
    if (found === -1 || (found > at && !isOpen)) return wanted;
    at = found + 1;
    isOpen = false;
  }
  return isOpen || at === lines.length ? null : `nothing more, but there was: ${lines[at]}`;
}

/** Whether all that is left of a line of the guide stands in a line that was shown, in its order. */
function isLike(wanted: string, line: string): boolean {
  const pieces = wanted.split(LEFT_OUT);
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return wanted === line;
  if (!line.startsWith(first) || !line.endsWith(last) || line.length < first.length + last.length)
    return false;
  let rest = line.slice(first.length, line.length - last.length);
  for (const piece of pieces.slice(1, -1)) {
    const at = rest.indexOf(piece);
    if (at === -1) return false;
    rest = rest.slice(at + piece.length);
  }
  return true;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  while (lines[0] === '') lines.shift();
  return lines;
}
