import { z } from 'zod';
import { type DeploymentOutcome, Fault } from '../../../src/records/index.ts';
import type { ReportFile } from '../report/parsed-report.ts';
import { instantOfText } from '../report/report-values.ts';
import { type HelmStatus, HelmStatusSchema, outcomeOf, wordsBeside } from './helm-status.ts';
import { readStructured } from './structured-file.ts';
import { NamedSchema, TextSchema, WholeNumberSchema } from './structured-values.ts';

/** A revision of one of Helm's releases. */
export interface HelmRevision {
  revision: number;
  /** When it began; null where Helm does not say, or does not say in which zone. */
  at: string | null;
  outcome: DeploymentOutcome;
  /** "director-1.26.3"; null where Helm has lost it. */
  chart: string | null;
  isRollback: boolean;
  /** The revision whose chart was put back; null where Helm does not say which one. */
  rolledBackTo: number | null;
  /** It was taken away since, and nothing put in its place. Helm does not say when, nor how the deployment had ended. */
  isUninstalled: boolean;
  /** What Helm or a person says of it beside the usual words: why it failed, why it was done. */
  words: string;
}

const HINT = 'Write the file with: helm history RELEASE --namespace NAMESPACE -o json';

const RowSchema = z.object({
  revision: WholeNumberSchema.refine((revision) => revision > 0, 'revisions count from 1'),
  updated: TextSchema,
  status: HelmStatusSchema,
  chart: NamedSchema,
  description: TextSchema,
  rollback_revision: WholeNumberSchema.nullish(),
});
type Row = z.infer<typeof RowSchema>;

/**
 * Reads `helm history -o json` (or `-o yaml`) of Helm 2, 3 and 4, the lowest revision first. The history does not say
 * of which release it is. Throws a Fault with file and line for anything else, such as the table that people read.
 */
export function parseHelmHistory(file: ReportFile): HelmRevision[] {
  refuseTable(file);
  const rows = readStructured(file, z.array(RowSchema), HINT).sort((a, b) => a.revision - b.revision);
  if (rows.length === 0) throw contradiction(file, 'the history has no revision');
  const byRevision = new Map(rows.map((row) => [row.revision, row]));
  if (byRevision.size < rows.length) throw contradiction(file, 'a revision stands in it twice');
  const last = rows.at(-1);
  return rows.map((row) => revisionOf(row, byRevision, row === last, file));
}

function refuseTable(file: ReportFile): void {
  const beginning = new TextDecoder().decode(file.bytes.subarray(0, 200));
  if (/^\s*REVISION\s+UPDATED\s/.test(beginning))
    throw new Fault('this is the table that people read, and it leaves out zones and seconds', {
      place: { file: file.name, line: 1 },
      hint: HINT,
    });
}

function revisionOf(
  row: Row,
  byRevision: ReadonlyMap<number, Row>,
  isLast: boolean,
  file: ReportFile,
): HelmRevision {
  const rolledBackTo = targetOf(row, byRevision, file);
  return {
    revision: row.revision,
    at: instantOfText(row.updated) ?? null,
    outcome: outcomeOf(row.status, row.description, isLast),
    chart: row.chart === 'MISSING' ? null : row.chart,
    isRollback: rolledBackTo !== null || saysRollback(row.status, row.description),
    rolledBackTo,
    isUninstalled: row.status === 'uninstalled' || row.status === 'uninstalling',
    words: wordsBeside(row.description),
  };
}

/** Helm 4 says it in a field, earlier ones in the text only. */
function targetOf(row: Row, byRevision: ReadonlyMap<number, Row>, file: ReportFile): number | null {
  const said = row.rollback_revision ?? 0;
  if (said >= row.revision)
    throw contradiction(file, `revision ${row.revision} cannot have been rolled back to ${said}`);
  if (said > 0) return said;
  const told = Number(/^Rollback to (\d{1,9})$/.exec(row.description)?.[1] ?? 0);
  const target = byRevision.get(told);
  // Anybody may write these words with --description: a rollback has the chart of what it goes back to.
  const isTrue = told > 0 && told < row.revision && (target === undefined || target.chart === row.chart);
  return isTrue ? told : null;
}

function saysRollback(status: HelmStatus, description: string): boolean {
  return (
    status === 'pending-rollback' || (status === 'failed' && /^Rollback "[^"]*" failed: /.test(description))
  );
}

function contradiction(file: ReportFile, what: string): Fault {
  return new Fault(what, { place: { file: file.name }, hint: HINT });
}
