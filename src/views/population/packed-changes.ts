import type { ChangeRow } from './change-row.ts';
import type { ChangesData } from './changes-data.ts';

/** Values of one field, in the order of the rows: in full, or by their places in a list of those that there are. */
type Column = { all: unknown[] } | { words: unknown[]; at: number[] };

/** All changes field by field: a third of what they are row by row, where ten thousand say the same few words. */
export interface PackedChanges extends Omit<ChangesData, 'rows'> {
  count: number;
  columns: { [field: string]: Column };
}

/** All changes as they are sent. `unpackChanges` gives them back. */
export function packChanges({ rows, ...head }: ChangesData): PackedChanges {
  const fields = Object.keys(rows[0] ?? {}) as (keyof ChangeRow)[];
  const columns = fields.map((field) => [field, columnOf(rows.map((row) => row[field]))] as const);
  return { ...head, count: rows.length, columns: Object.fromEntries(columns) };
}

/** The changes as they were before they were packed. */
export function unpackChanges({ count, columns, ...head }: PackedChanges): ChangesData {
  const fields = Object.entries(columns).map(([field, column]) => [field, valuesOf(column)] as const);
  const rows = Array.from({ length: count }, (_, index) =>
    Object.fromEntries(fields.map(([field, values]) => [field, values[index]])),
  );
  return { ...head, rows: rows as unknown as ChangeRow[] };
}

/** A list of words is worth it where each is said twice at least. */
function columnOf(all: readonly unknown[]): Column {
  const places = new Map([...new Set(all)].map((word, place) => [word, place]));
  if (places.size * 2 > all.length) return { all: [...all] };
  return { words: [...places.keys()], at: all.map((value) => places.get(value) ?? 0) };
}

function valuesOf(column: Column): unknown[] {
  return 'all' in column ? column.all : column.at.map((place) => column.words[place]);
}
