import { csvLine } from '../../population/table/csv.ts';

/** A value in a cell of a file of values. */
export type CsvCell = string | number | null;

/** Rows as comma-separated values (RFC 4180), the heads first; no cell is a formula to whoever opens it. */
export function csvText(heads: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [heads, ...rows].map((row) => csvLine(row.map((cell) => String(cell ?? '')))).join('');
}
