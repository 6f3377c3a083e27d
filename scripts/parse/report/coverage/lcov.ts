import type { Coverage } from '../../../../src/records/index.ts';
import { beginningOf, reportText } from '../json/json-text.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { type LcovSpan, recordsByFile } from './lcov-index.ts';
import { LcovFile } from './lcov-lines.ts';
import { type LcovRecord, lcovRecord } from './lcov-record.ts';
import { hitsOf, refuseContradiction } from './lcov-totals.ts';

/**
 * LCOV tracefiles as geninfo(1) of lcov 2 describes them, with the older function records. Counted from lines, never
 * from the file's own totals; what several tests or parts tell of one source file is joined. A cut exactly between two
 * records cannot be seen: the format does not say how many there are.
 */
export const lcovReader: ReportReader = { format: 'lcov', recognises, parse };

/** gcovr's totals count a line once for each function that begins on it, which its rows do not show. */
const WRITTEN_BY_GCOVR = /^TN:GCOVR_report\s/m;

function recognises(file: ReportFile): boolean {
  return /^\uFEFF?(?:\s|#.*\n)*(?:TN:.*\s+(?:(?:#.*|VER:.*)\s+)*)*SF:/.test(beginningOf(file, 64 * 1024));
}

function parse(file: ReportFile): ParsedReport {
  const text = reportText(file);
  const faults = new LcovFile(file.name);
  const sums: Coverage[] = [];
  const totalsAreOfLines = !WRITTEN_BY_GCOVR.test(text.slice(0, 200));
  for (const [source, spans] of recordsByFile(text, faults))
    sums.push(coverageOf(text, source, spans, faults, totalsAreOfLines));
  const coverage = sumOf(sums);
  const doubts = coverage.lines.total === 0 ? ['it names no line that could be covered'] : [];
  return { format: 'lcov', measured: { coverage }, failures: [], doubts };
}

/** All that is told of one source file. */
function coverageOf(
  text: string,
  source: string,
  spans: readonly LcovSpan[],
  file: LcovFile,
  totalsAreOfLines: boolean,
): Coverage {
  const records = spans.map((span) => {
    const record = lcovRecord(text, span, file);
    if (totalsAreOfLines) refuseContradiction(record, source, file);
    return record;
  });
  return {
    lines: covered(records.map(({ lines }) => lines.hit)),
    branches: covered(records.map(({ branches }) => branches.hit)),
    functions: covered(records.map(functionsOf)),
  };
}

/** lcov 2.2 tells functions by their places, other tools by their names. */
function functionsOf({ functions, places }: LcovRecord) {
  return places.rows > 0 ? places.hit : functions.hit;
}

function covered(parts: readonly ReadonlyMap<string | number, boolean>[]) {
  const [first = new Map<string | number, boolean>(), ...others] = parts;
  if (others.length === 0) return { covered: hitsOf(first), total: first.size };
  const joined = new Map(first);
  for (const part of others)
    for (const [key, reached] of part) joined.set(key, reached || joined.get(key) === true);
  return { covered: hitsOf(joined), total: joined.size };
}

/** Kinds of which a tracefile tells nothing are left out. */
function sumOf(files: readonly Coverage[]): Coverage {
  const lines = total(files, 'lines');
  const branches = total(files, 'branches');
  const functions = total(files, 'functions');
  return {
    lines,
    ...(branches.total > 0 && { branches }),
    ...(functions.total > 0 && { functions }),
  };
}

function total(files: readonly Coverage[], kind: keyof Coverage) {
  let covered = 0;
  let all = 0;
  for (const { [kind]: part } of files) {
    covered += part?.covered ?? 0;
    all += part?.total ?? 0;
  }
  return { covered, total: all };
}
