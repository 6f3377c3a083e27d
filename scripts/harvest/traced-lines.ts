import { Carriers } from './carriers.ts';
import type { Lineage } from './lineage.ts';
import type { ProductLine } from './product-lines.ts';
import { Undoing } from './undoing.ts';

/** One of a product's histories, with which releases have a commit and what takes a change back. */
export interface TracedLine extends ProductLine {
  carriers: Carriers;
  undoing: Undoing;
}

/** Traces each history's commits through the releases. */
export function traceLines(lines: readonly ProductLine[], lineage: Lineage): TracedLine[] {
  return lines.map((line) => ({
    ...line,
    carriers: new Carriers(line, lineage),
    undoing: new Undoing(line.history),
  }));
}
