import { type ColumnView, columnsOf } from '../table-view.ts';

/** A table of plain figures, row by row; the first of each row is what it is of. */
export interface FigureTable {
  caption: string;
  columns: ColumnView[];
  rows: string[][];
}

/** A table of figures from rows in the order of time: the newest stands first. */
export function figureTable(
  caption: string,
  heads: { texts: readonly string[]; numbers: readonly string[] },
  rows: readonly string[][],
): FigureTable {
  return { caption, columns: columnsOf(heads.texts, heads.numbers), rows: rows.toReversed() };
}
