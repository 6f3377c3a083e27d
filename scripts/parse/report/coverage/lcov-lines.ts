import { Fault } from '../../../../src/records/index.ts';

/** One line of a tracefile: its keyword and what stands behind the colon. */
export interface LcovLine {
  keyword: string;
  value: string;
  /** Counted from 1. */
  line: number;
}

/** Gives the lines of a part of a tracefile, without blank ones and comments. `line` is the number of the first. */
export function* lcovLines(text: string, start: number, end: number, line: number): Generator<LcovLine> {
  let at = start;
  for (let number = line; at < end; number++) {
    const stop = endOfLine(text, at, end);
    const row = text.slice(at, stop).trim();
    at = stop + 1;
    if (row === '' || row.startsWith('#')) continue;
    const colon = row.indexOf(':');
    yield colon < 0
      ? { keyword: row, value: '', line: number }
      : { keyword: row.slice(0, colon), value: row.slice(colon + 1), line: number };
  }
}

/** Where a line ends: before its line feed, or with the text. */
export function endOfLine(text: string, at: number, end: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 || feed > end ? end : feed;
}

/** Makes the faults of one tracefile, and reads its numbers. */
export class LcovFile {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** How often something ran. Compilers write large numbers as "1.5e+09"; none may be negative. */
  hits(text: string | undefined, row: LcovLine): number {
    const hits = /^\d+(?:\.\d+)?(?:e\+?\d+)?$/i.test(text ?? '') ? Number(text) : Number.NaN;
    if (Number.isFinite(hits)) return hits;
    throw this.fault(row, `expected how often it ran, found "${text ?? ''}"`);
  }

  /** A line's number, an index or a total. */
  number(text: string | undefined, row: LcovLine): number {
    if (/^\d{1,7}$/.test(text ?? '')) return Number(text);
    throw this.fault(row, `expected a number below ten million, found "${text ?? ''}"`);
  }

  fault({ keyword, line }: Pick<LcovLine, 'keyword' | 'line'>, what: string, hint?: string): Fault {
    const place = { file: this.#name, line, field: keyword.slice(0, 40) };
    return new Fault(what, { place, ...(hint !== undefined && { hint }) });
  }
}
