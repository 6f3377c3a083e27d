import { withoutHtmlComments } from './html-words.ts';
import { NOTE_INFO, type VisibleLine } from './visible-lines.ts';

const OPENING = /^( {0,3})(`{3,}|~{3,})[ \t]*([^`]*)$/;
/** Prow takes a fence on a single line for a note too; in CommonMark it is code within a line. */
const ON_ONE_LINE = /^ {0,3}(`{3,})release-notes?[ \t]+([^`]*[^`\s])[ \t]*\1[ \t]*$/i;
const MOST = 10;

/**
 * What stands in the blocks of code that are marked as release notes, the first ten of them: ````
 * ```release-note ```` or `release-notes`, as kubernetes-sigs/prow and kubernetes/release read it. Of a
 * block that nobody closed only the first paragraph counts: the rest of the description is in it.
 */
export function noteFences(lines: readonly VisibleLine[]): string[] {
  const notes: string[] = [];
  for (const [index, line] of lines.entries()) {
    const single = line.fence === null ? ON_ONE_LINE.exec(line.text)?.[2] : undefined;
    if (single !== undefined) notes.push(single);
    if (line.fence === 'opens' && opensNote(line)) notes.push(content(lines, index) || infoWords(line));
    if (notes.length >= MOST) break;
  }
  return notes;
}

/** Prow reads what stands behind the mark as words too: here only where nothing stands below it. */
function infoWords(line: VisibleLine): string {
  return (OPENING.exec(line.text)?.[3] ?? '').trim().replace(NOTE_INFO, '').trim();
}

function opensNote(line: VisibleLine): boolean {
  return NOTE_INFO.test(OPENING.exec(line.text)?.[3] ?? '');
}

function content(lines: readonly VisibleLine[], opening: number): string {
  const [, indent = '', marks = ''] = OPENING.exec(lines[opening]?.text ?? '') ?? [];
  const closing = lines.findIndex((line, index) => index > opening && line.fence === 'closes');
  const inside = lines.slice(opening + 1, closing < 0 ? undefined : closing + 1).map(({ text }) => text);
  if (closing >= 0) inside.push(lastLine(inside.pop() ?? '', marks));
  const margin = new RegExp(`^ {0,${indent.length}}`);
  // Templates put their advice into comments, also inside the fence, where they would be shown.
  const text = withoutHtmlComments(inside.map((line) => line.replace(margin, '')).join('\n')).trim();
  return closing < 0 ? (text.split(/\n[ \t]*\n/, 1)[0] ?? '') : text;
}

/** The closing line may end with text before the marks. */
function lastLine(line: string, marks: string): string {
  const text = line.trimEnd();
  const end = marks.startsWith('`') ? text.replace(/`+$/, '') : text.replace(/~+$/, '');
  return /^[ \t>]*$/.test(end) ? '' : end;
}
