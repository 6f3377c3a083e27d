import type { ControlException } from './control-exceptions.ts';
import { type CsvCell, csvText } from './csv.ts';

const HEADS = [
  'product',
  'release',
  'date',
  'in production',
  'verdict',
  'control',
  'result',
  'waived by',
  'waived until',
  'reasons',
  'further reasons',
];

/** All exceptions of a control as a file of values. */
export function exceptionsCsv(exceptions: readonly ControlException[]): string {
  return csvText(HEADS, exceptions.map(rowOf));
}

function rowOf({ release, control, waiver }: ControlException): CsvCell[] {
  const { product, version, at, inProduction, verdict } = release;
  const reasons = control.reasons.map(({ text }) => text);
  return [
    ...[product, version, at, inProduction, verdict, control.id, control.standing],
    ...[waiver?.by ?? null, waiver?.until ?? null],
    [...(waiver === null ? [] : [waiver.why]), ...reasons].join('\n'),
    control.further,
  ];
}
