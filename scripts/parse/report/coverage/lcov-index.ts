import { endOfLine, type LcovFile } from './lcov-lines.ts';

/** Where a record stands in a tracefile. */
export interface LcovSpan {
  start: number;
  end: number;
  /** The line of its beginning. */
  line: number;
}

/**
 * Finds the records of every source file. Only their places are kept: with one file's records read at a time, a large
 * tracefile takes little more memory than its text. Throws a Fault for a record that is not ended.
 */
export function recordsByFile(text: string, file: LcovFile): Map<string, LcovSpan[]> {
  const spans = new Map<string, LcovSpan[]>();
  let open: (LcovSpan & { source: string }) | undefined;
  let line = 1;
  for (let at = 0; at < text.length; line++) {
    const end = endOfLine(text, at, text.length);
    if (text.startsWith('SF:', at)) {
      if (open !== undefined) throw notEnded(file, open);
      open = { source: text.slice(at + 3, end).trim(), start: end + 1, end, line: line + 1 };
    } else if (text.startsWith('end_of_record', at) && text.slice(at, end).trim() === 'end_of_record') {
      if (open === undefined) throw file.fault({ keyword: 'end_of_record', line }, 'no record is open here');
      const { source, start, line: first } = open;
      const known = spans.get(source) ?? [];
      known.push({ start, end: at, line: first });
      spans.set(source, known);
      open = undefined;
    } else if (open === undefined) refuseOutside(text.slice(at, end).trim(), line, file);
    at = end + 1;
  }
  if (open !== undefined) throw notEnded(file, open);
  if (spans.size === 0) throw file.fault({ keyword: 'SF', line }, 'no record is in it', CUT);
  return spans;
}

const CUT = 'It may be cut off. Give it as the tool wrote it.';

function notEnded(file: LcovFile, open: LcovSpan & { source: string }) {
  const what = `the record of ${open.source} is not ended`;
  return file.fault({ keyword: 'SF', line: open.line - 1 }, what, CUT);
}

/** Between records stand names of tests and comments only. */
function refuseOutside(row: string, line: number, file: LcovFile): void {
  if (row === '' || row.startsWith('#') || /^(?:TN|VER):/.test(row)) return;
  throw file.fault({ keyword: row.split(':')[0] ?? '', line }, 'this stands outside of a record');
}
