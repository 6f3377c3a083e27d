import type { LcovFile } from './lcov-lines.ts';
import type { LcovRecord } from './lcov-record.ts';

/**
 * What a total may count: things, or the rows that tell of them. Totals of functions are not held against the rows,
 * for tools differ in what one function is where templates and aliases give it several names.
 */
const MEANINGS: Record<string, (record: LcovRecord) => number[]> = {
  LF: ({ lines }) => [lines.hit.size, lines.rows],
  LH: ({ lines }) => [hitsOf(lines.hit), lines.rowsHit],
  BRF: ({ branches }) => [branches.hit.size, branches.rows],
  BRH: ({ branches }) => [hitsOf(branches.hit), branches.rowsHit],
};

/** How many things of a kind were reached. */
export function hitsOf(things: ReadonlyMap<string | number, boolean>): number {
  let hits = 0;
  for (const reached of things.values()) hits += Number(reached);
  return hits;
}

/** Throws a Fault for a record whose own totals are not what its lines come to. */
export function refuseContradiction(record: LcovRecord, source: string, file: LcovFile): void {
  for (const row of record.said) {
    const counts = MEANINGS[row.keyword]?.(record) ?? [];
    if (counts.length === 0 || counts.includes(Number(row.value))) continue;
    const what = `the record of ${source} says ${row.keyword}:${row.value}, its lines come to ${counts[0]}`;
    throw file.fault(row, what, 'Lines or totals were changed or lost. Give it as the tool wrote it.');
  }
}
