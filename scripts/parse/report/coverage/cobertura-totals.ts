import type { ReportFile } from '../parsed-report.ts';
import { xmlFault } from '../xml/xml.ts';
import type { CoberturaCollector } from './cobertura-collector.ts';
import type { Reached } from './cobertura-lines.ts';

/**
 * Throws a Fault for a report whose root says other totals or another rate than its lines come to. Totals of branches
 * are not held against the lines: Istanbul counts branches of lines that it does not list.
 */
export function refuseContradiction(file: ReportFile, read: CoberturaCollector, files: Reached): void {
  // Tools count a line once for a file, for each class that tells of it, as often as it stands, or for its methods.
  const counts = [files, read.byClass, read.rows, read.rowsOfMethods];
  refuseCount(
    file,
    read,
    'lines-valid',
    counts.map(({ total }) => total),
  );
  refuseCount(
    file,
    read,
    'lines-covered',
    counts.map(({ covered }) => covered),
  );
  if (!ratesStatements(read)) refuseRate(file, read, counts);
}

function refuseCount(file: ReportFile, read: CoberturaCollector, field: string, found: number[]): void {
  const said = numberOf(read, field);
  if (said !== undefined && !found.includes(said)) throw contradicted(file, read, field, found[0]);
}

function refuseRate(file: ReportFile, read: CoberturaCollector, counts: readonly Reached[]): void {
  const said = numberOf(read, 'line-rate');
  if (said === undefined || counts.every(({ total }) => total === 0)) return;
  const rates = counts.map(({ covered, total }) => (total === 0 ? Number.NaN : covered / total));
  const room = roundingOf(read.root?.attributes['line-rate'] ?? '');
  if (!rates.some((rate) => Math.abs(rate - said) <= room))
    throw contradicted(file, read, 'line-rate', rates[0]);
}

/** VectorCAST's rate is of statements, of which a line may hold several. */
function ratesStatements({ root }: CoberturaCollector): boolean {
  return root?.attributes['version']?.startsWith('VectorCAST') === true;
}

/** Some locales write "0,75", and what has no lines has the rate "NaN". */
function numberOf({ root }: CoberturaCollector, field: string): number | undefined {
  const written = root?.attributes[field]?.trim().replace(',', '.') ?? '';
  return written === '' || Number.isNaN(Number(written)) ? undefined : Number(written);
}

/**
 * One unit of the last digit, which tools round or cut off. They leave zeros at the end away, so of two digits at
 * least; more than four come of binary fractions ("0.8301000000000001"), not of exactness.
 */
function roundingOf(written: string): number {
  const digits = /[.,](\d+)/.exec(written)?.[1]?.length ?? 0;
  return 10 ** -Math.max(2, Math.min(digits, 4)) + 1e-9;
}

function contradicted(file: ReportFile, { root }: CoberturaCollector, field: string, found = 0) {
  const written = root?.attributes[field] ?? '';
  const what = `the report says ${field}="${written}", its lines come to ${Number(found.toFixed(4))}`;
  const hint = 'Lines or totals were changed or lost. Give it as the tool wrote it.';
  return xmlFault(file, root ?? { name: 'coverage', attributes: {}, line: 1 }, what, field, hint);
}
