import type { FactView } from '../fact-view.ts';
import type { TableView } from '../table-view.ts';

/** Lines that are folded away: names of test cases, figures that have no row. */
export interface LineList {
  name: string;
  lines: string[];
}

/** One thing that a report measured, in the form in which people ask for it. */
export interface MeasuredBlock {
  id: string;
  title: string;
  sentences: string[];
  facts: FactView[];
  tables: TableView[];
  lists: LineList[];
}

/** A block of some parts. */
export function block(
  id: string,
  title: string,
  parts: Partial<Omit<MeasuredBlock, 'id' | 'title'>>,
): MeasuredBlock {
  return { id, title, sentences: [], facts: [], tables: [], lists: [], ...parts };
}

/** A list of lines, where there are any. */
export function listOf(name: string, lines: readonly string[]): LineList[] {
  return lines.length === 0 ? [] : [{ name, lines: [...lines] }];
}
