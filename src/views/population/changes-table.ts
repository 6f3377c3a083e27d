import { CHANGE_HEADS, type ChangePart, changeCells } from './change-cells.ts';
import type { ChangeRow } from './change-row.ts';

/** Rows of a page: below 2,500 DOM nodes with the reconciliation, the filter and the ways to the parts. */
export const CHANGES_PER_PAGE = 40;

/** A page of changes, which tells each row from top to bottom where there is no room for columns. */
export interface ChangesTable {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly ChangePart[])[][];
}

/** The table of a page of changes. */
export function changesTable(rows: readonly ChangeRow[], caption: string): ChangesTable {
  return { caption, heads: CHANGE_HEADS, rows: rows.map(changeCells) };
}
