import type { LcovSpan } from './lcov-index.ts';
import { type LcovFile, type LcovLine, lcovLines } from './lcov-lines.ts';

/** What is covered of one kind of thing in one record, by what names it. */
export interface LcovCount {
  hit: Map<string | number, boolean>;
  /** Rows that tell of it: more than there are things where one stands twice. */
  rows: number;
  rowsHit: number;
}

/** One record of a tracefile. */
export interface LcovRecord {
  lines: LcovCount;
  branches: LcovCount;
  functions: LcovCount;
  /** Functions by where they begin, as lcov 2.2 counts them. */
  places: LcovCount;
  /** Totals that the record itself gives, by their keyword. */
  said: LcovLine[];
}

type Row = (record: LcovRecord, row: LcovLine, file: LcovFile) => void;

const ROWS = new Map<string, Row>([
  ['DA', readLine],
  ['BRDA', readBranch],
  ['FN', readFunction],
  ['FNDA', readFunctionHits],
  ['FNL', readPlace],
  ['FNA', readAlias],
  ...['LF', 'LH', 'BRF', 'BRH', 'FNF', 'FNH'].map((total): [string, Row] => [total, readTotal]),
]);

/** Reads one record of the format that geninfo(1) describes. */
export function lcovRecord(text: string, { start, end, line }: LcovSpan, file: LcovFile): LcovRecord {
  const record = { ...emptyCounts(), said: [] };
  for (const row of lcovLines(text, start, end, line)) {
    const read = ROWS.get(row.keyword);
    if (read !== undefined) read(record, row, file);
    else if (!/^[A-Z]{2,}$/.test(row.keyword)) throw file.fault(row, 'this is no line of a tracefile');
  }
  return record;
}

function emptyCounts() {
  const none = (): LcovCount => ({ hit: new Map(), rows: 0, rowsHit: 0 });
  return { lines: none(), branches: none(), functions: none(), places: none() };
}

function mark(count: LcovCount, key: string | number, hit: boolean): void {
  count.rows++;
  count.rowsHit += Number(hit);
  count.hit.set(key, hit || count.hit.get(key) === true);
}

/** `DA:<line>,<hits>[,<checksum>]` */
function readLine({ lines }: LcovRecord, row: LcovLine, file: LcovFile): void {
  const [line, hits] = row.value.split(',');
  mark(lines, file.number(line, row), file.hits(hits, row) > 0);
}

/** `BRDA:<line>,[<flags>]<block>,<branch>,<taken>`: a branch may hold commas, "U" is one that cannot be reached. */
function readBranch({ branches }: LcovRecord, row: LcovLine, file: LcovFile): void {
  const [, line, block, branch, taken] = /^(\d+),([^,]*),(.*),([^,]*)$/.exec(row.value) ?? [];
  if (line === undefined)
    throw file.fault(row, `expected line, block, branch and count, found "${row.value}"`);
  const hit = taken !== '-' && file.hits(taken, row) > 0;
  if (!block?.includes('U')) mark(branches, `${line},${block},${branch}`, hit);
}

/** `FN:<line>,[<last line>,]<name>` */
function readFunction({ functions }: LcovRecord, row: LcovLine, file: LcovFile): void {
  const [, line, name] = /^(\d+),(?:\d+,)?(.+)$/.exec(row.value) ?? [];
  if (line === undefined || name === undefined)
    throw file.fault(row, `expected line and name, found "${row.value}"`);
  functions.hit.set(name, functions.hit.get(name) ?? false);
}

/** `FNDA:<hits>,<name>` */
function readFunctionHits({ functions }: LcovRecord, row: LcovLine, file: LcovFile): void {
  const [, hits, name] = /^([^,]*),(.+)$/.exec(row.value) ?? [];
  const hit = file.hits(hits, row) > 0;
  functions.hit.set(name ?? '', hit || functions.hit.get(name ?? '') === true);
}

/** `FNL:<index>,<line>[,<last line>]` of lcov 2.2: one function, however many names it has. */
function readPlace({ places }: LcovRecord, row: LcovLine, file: LcovFile): void {
  const [index, line] = row.value.split(',');
  file.number(line, row);
  mark(places, `#${file.number(index, row)}`, false);
}

/** `FNA:<index>,<hits>,<name>` */
function readAlias({ functions, places }: LcovRecord, row: LcovLine, file: LcovFile): void {
  const [, index, hits, name] = /^(\d+),([^,]*),(.+)$/.exec(row.value) ?? [];
  const hit = file.hits(hits, row) > 0;
  mark(functions, name ?? '', hit);
  mark(places, `#${index}`, hit);
}

function readTotal({ said }: LcovRecord, row: LcovLine, file: LcovFile): void {
  file.number(row.value, row);
  said.push(row);
}
