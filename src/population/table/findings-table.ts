import type { ReconciliationFinding } from '../reconcile.ts';
import { NONE, textCell } from './cells.ts';
import type { Column } from './columns.ts';
import { csvLine } from './csv.ts';

/** The columns of a reconciliation. */
const FINDING_COLUMNS: readonly Column<ReconciliationFinding>[] = [
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'product', cell: ({ product }) => product },
  { name: 'environment', cell: ({ environment }) => textCell(environment, NONE) },
  { name: 'at', cell: ({ at }) => at },
  { name: 'text', cell: ({ text }) => textCell(text) },
  { name: 'record', cell: ({ record }) => textCell(record, NONE) },
  { name: 'explained', cell: ({ explained }) => explained?.by ?? 'no' },
  { name: 'explanation', cell: ({ explained }) => textCell(explained?.text ?? null, NONE) },
  { name: 'explanationRecord', cell: ({ explained }) => textCell(explained?.record ?? null, NONE) },
];

/** Findings as CSV, a line each. */
export function findingLines(findings: readonly ReconciliationFinding[]): string[] {
  return [
    csvLine(FINDING_COLUMNS.map(({ name }) => name)),
    ...findings.map((finding) => csvLine(FINDING_COLUMNS.map(({ cell }) => cell(finding)))),
  ];
}
