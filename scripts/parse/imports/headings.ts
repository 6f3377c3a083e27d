/** How a text is written: what its headings and its code look like. */
export type Markup = 'markdown' | 'rst';

/** A heading and its place. Lines are counted from 0. */
export interface Heading {
  /** Its first line. */
  start: number;
  /** The line behind it. */
  end: number;
  /** 1 for the outermost. */
  depth: number;
  text: string;
}

const ATX = /^ {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$/;
/** "##1.2.3", as people write it who do not look at what comes out. */
const TIGHT_ATX = /^(#{1,6})(\[?v?\d+\.\d.*)$/;
const MARKDOWN_UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/;
const RST_UNDERLINE = /^([=\-~^"'*+#`.:_])\1+[ \t]*$/;
const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/;
const BOLD_LINE = /^(?:\*\*|__)(.*\d+\.\d.*)(?:\*\*|__)[ \t]*(\([^()]*\)|[-–—:] ?[\w ,/-]+)?[ \t]*$/;
/** A heading of bold words is below all others. */
const BOLD_DEPTH = 7;

/** All headings of a text that are neither code nor comment. */
export function headingsIn(lines: readonly string[], markup: Markup): Heading[] {
  return markup === 'rst' ? rstHeadings(lines) : markdownHeadings(lines);
}

function markdownHeadings(lines: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  const hidden = hiddenLines(lines);
  for (const [index, line] of lines.entries()) {
    if (hidden.has(index)) continue;
    const heading = atx(line, index) ?? setext(lines, index, hidden) ?? boldLine(lines, index);
    if (heading !== null) headings.push(heading);
  }
  return headings;
}

function atx(line: string, start: number): Heading | null {
  const match = ATX.exec(line) ?? TIGHT_ATX.exec(line);
  if (match === null) return null;
  return { start, end: start + 1, depth: match[1]?.length ?? 1, text: match[2] ?? '' };
}

/** One line of words with a line below it; a list or a quotation is none. */
function setext(lines: readonly string[], start: number, hidden: ReadonlySet<number>): Heading | null {
  const [before = '', line = '', below = ''] = [lines[start - 1], lines[start], lines[start + 1]];
  const underline = MARKDOWN_UNDERLINE.exec(below);
  if (underline === null || hidden.has(start + 1) || before.trim() !== '') return null;
  if (!/^ {0,3}\S/.test(line) || /^ {0,3}(?:[-*+>|]|<!|\d+[.)])(?:\s|$)/.test(line)) return null;
  return { start, end: start + 2, depth: underline[1]?.startsWith('=') ? 1 : 2, text: line.trim() };
}

/** "**1.2.3** (2020-01-31)" in a paragraph of its own. */
function boldLine(lines: readonly string[], start: number): Heading | null {
  const match = BOLD_LINE.exec(lines[start] ?? '');
  if (match === null || (lines[start - 1] ?? '').trim() !== '') return null;
  if (/\*\*|__/.test(match[1] ?? '')) return null;
  return { start, end: start + 1, depth: BOLD_DEPTH, text: `${match[1]} ${match[2] ?? ''}`.trim() };
}

/** Lines in fenced code and in HTML comments. An open fence hides the rest, as CommonMark has it. */
function hiddenLines(lines: readonly string[]): Set<number> {
  const hidden = new Set<number>();
  let fence: string | null = null;
  let inComment = false;
  for (const [index, line] of lines.entries()) {
    if (fence !== null) {
      hidden.add(index);
      if (closes(line, fence)) fence = null;
    } else if (inComment || /^ {0,3}<!--/.test(line)) {
      hidden.add(index);
      inComment = !line.includes('-->');
    } else if (FENCE.test(line)) {
      hidden.add(index);
      fence = FENCE.exec(line)?.[1] ?? null;
    }
  }
  return hidden;
}

function closes(line: string, fence: string): boolean {
  const mark = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length;
}

/** A style of underline is as deep as the place where it comes up first. */
function rstHeadings(lines: readonly string[]): Heading[] {
  const styles: string[] = [];
  const headings: Heading[] = [];
  for (let index = 0; index < lines.length - 1; index += 1) {
    const text = lines[index] ?? '';
    const mark = RST_UNDERLINE.exec(lines[index + 1] ?? '')?.[1];
    if (mark === undefined || !isTitle(lines, index)) continue;
    const over = RST_UNDERLINE.exec(lines[index - 1] ?? '')?.[1] === mark;
    const style = over ? mark + mark : mark;
    if (!styles.includes(style)) styles.push(style);
    const start = over ? index - 1 : index;
    headings.push({ start, end: index + 2, depth: styles.indexOf(style) + 1, text: text.trim() });
    index += 1;
  }
  return headings;
}

function isTitle(lines: readonly string[], index: number): boolean {
  const [before = '', line = '', below = ''] = [lines[index - 1], lines[index], lines[index + 1]];
  if (line.trim() === '' || RST_UNDERLINE.test(line) || /^[-*+] /.test(line)) return false;
  if (line.trim().length > below.trim().length + 2) return false;
  const over = RST_UNDERLINE.test(before) && before.trim().length >= line.trim().length;
  return over || (before.trim() === '' && /^\S/.test(line));
}
