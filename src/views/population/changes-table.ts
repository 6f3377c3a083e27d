import { CHANGE_HEADS, type ChangePart, changeCells } from './change-cells.ts';
import type { ChangeRow } from './change-row.ts';

/** Rows that fill a page: twice as many, with the reconciliation and the ways to the parts, stay below 2,500 DOM nodes. */
export const CHANGES_PER_PAGE = 20;

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
