import { withoutControls } from '../message/text.ts';

/** A line of a description as a reader sees it. */
export interface VisibleLine {
  /** Without HTML comments. */
  text: string;
  /** Its place in a fenced block of code; null outside of one. */
  fence: 'opens' | 'inside' | 'closes' | null;
}

interface State {
  /** The marks that opened the block of code, and whether it holds a release note. */
  fence: { marks: string; isNote: boolean } | null;
  inComment: boolean;
}

const OPENS = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
/** The info string of a block of code that holds a release note, as Kubernetes writes it. */
export const NOTE_INFO = /^release-notes?(?=\s|$)/i;

/**
 * Takes a description apart into lines, leaves HTML comments out and tells what stands in fenced code
 * (CommonMark 0.31: a fence closes with the same marks, at least as many). A release note's fence also
 * closes at the end of a line of text, as Prow reads it. One pass: it takes the time of the text's length,
 * whatever it holds.
 */
export function visibleLines(body: string): VisibleLine[] {
  const state: State = { fence: null, inComment: false };
  const text = withoutControls(body.replace(/\r\n?/g, '\n'));
  return text.split('\n').map((line) => visibleLine(line, state));
}

function visibleLine(line: string, state: State): VisibleLine {
  if (state.fence !== null) return codeLine(line, state, state.fence);
  const text = withoutComments(line, state);
  const [, marks, info = ''] = OPENS.exec(text) ?? [];
  if (marks === undefined) return { text, fence: null };
  state.fence = { marks, isNote: NOTE_INFO.test(info.trim()) };
  return { text, fence: 'opens' };
}

function codeLine(text: string, state: State, { marks, isNote }: NonNullable<State['fence']>): VisibleLine {
  const bare = text.replace(/^[ \t>]+/, '').trimEnd();
  const closes = bare.startsWith(marks) && bare === (marks[0] ?? '').repeat(bare.length);
  if (!closes && !(isNote && bare.endsWith(marks))) return { text, fence: 'inside' };
  state.fence = null;
  return { text, fence: 'closes' };
}

/** Cuts comments out of a line; what looks like one between backticks is code. */
function withoutComments(line: string, state: State): string {
  if (!state.inComment && !line.includes('<!--')) return line;
  let [seen, from] = ['', 0];
  while (from < line.length) {
    if (state.inComment) {
      const end = line.indexOf('-->', from);
      if (end < 0) return seen;
      state.inComment = false;
      from = end + 3;
      continue;
    }
    const start = commentStart(line, from);
    seen += line.slice(from, start ?? line.length);
    if (start === null) return seen;
    state.inComment = true;
    from = start + 4;
  }
  return seen;
}

function commentStart(line: string, from: number): number | null {
  for (const found of line.slice(from).matchAll(/`+[^`]*`+|<!--/g))
    if (found[0] === '<!--') return from + found.index;
  return null;
}
