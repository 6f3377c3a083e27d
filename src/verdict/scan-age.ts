import type { StageReport } from '../records/index.ts';

/** Days after which what a scanner knows is too old: the age at which Grype itself refuses its database. */
export const DATABASE_DAYS = 5;

const DAY = 86_400_000;
const SCANNERS: ReadonlySet<string> = new Set(['trivy', 'grype']);

/**
 * Why a scan for vulnerabilities proves nothing: its database is old, or nobody knows how old. Null for one that does,
 * and for static analysis, whose rules need no database.
 */
export function scanDoubt(report: StageReport): string | null {
  const { ranAt, measured, stage, evidence } = report;
  if (stage !== 'image-scan' && !evidence.some(({ format }) => SCANNERS.has(format))) return null;
  const { databaseAt } = measured;
  if (databaseAt === undefined) return 'the scan does not say how old its database was';
  const age = Date.parse(ranAt) - Date.parse(databaseAt);
  if (age < 0) return `the scan of ${ranAt} names a database of ${databaseAt}, made after it`;
  if (age <= DATABASE_DAYS * DAY) return null;
  const days = Math.floor(age / DAY);
  return `the scan of ${ranAt} used a database of ${databaseAt}, ${days} days old; the limit is ${DATABASE_DAYS}`;
}
