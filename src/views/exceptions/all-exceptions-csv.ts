import { type CsvCell, csvText } from '../controls/csv.ts';
import type { ExceptionRow } from './exception-row.ts';

const HEADS = [
  'urgency',
  'state',
  'product',
  'release',
  'where',
  'control',
  'who',
  'since',
  'until',
  'expiry',
  'reasons',
  'further reasons',
];

/** All rows of all products as a file of values. */
export function allExceptionsCsv(rows: readonly ExceptionRow[]): string {
  return csvText(HEADS, rows.map(cellsOf));
}

function cellsOf(row: ExceptionRow): CsvCell[] {
  const { urgency, state, product, version, whereabouts, control, who, since, until, expiry } = row;
  const why = row.reasons.map(({ text }) => text).join('\n');
  return [
    ...[urgency, state.text, product, version, whereabouts, control ?? 'emergency'],
    ...[who, since, until, expiry, why, row.further],
  ];
}
