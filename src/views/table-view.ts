import type { FactPart } from './fact-view.ts';

/** Head of a column. */
export interface ColumnView {
  text: string;
  /** Its cells are numbers, set to the right. */
  number?: true;
}

/** A cell, piece by piece. */
export type CellView = readonly FactPart[];

/** A table whose rows begin with what they are of. */
export interface TableView {
  caption: string;
  columns: ColumnView[];
  rows: CellView[][];
}

/** Heads of columns: text ones, and those of numbers in a list of their own. */
export function columnsOf(texts: readonly string[], numbers: readonly string[] = []): ColumnView[] {
  return [...texts.map((text) => ({ text })), ...numbers.map((text) => ({ text, number: true as const }))];
}
