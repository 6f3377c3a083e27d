import { z } from 'zod';
import { readJson } from '../json/json.ts';
import { outlineOf } from '../json/json-outline.ts';
import type { ParsedReport, ReportReader } from '../parsed-report.ts';
import { instantOfText, known, OptionalTextSchema } from '../report-values.ts';

/** The doubt that a scan has until the date of its database is joined. */
export const NO_DATABASE_DATE = 'the date of the vulnerability database is not known';
const NO_SCAN = 'this is the version of the scanner, not a scan';

/** Of a scanner without a database of vulnerabilities the others may be there; "PolicyBundle" is an older name. */
const DATABASES = [
  'VulnerabilityDB.UpdatedAt',
  'JavaDB.UpdatedAt',
  'CheckBundle.Digest',
  'PolicyBundle.Digest',
];

const DatabaseSchema = z.object({ UpdatedAt: OptionalTextSchema, NextUpdate: OptionalTextSchema });
const TrivyVersionSchema = z.object({
  Version: z.string().min(1),
  VulnerabilityDB: DatabaseSchema.nullish(),
});

/**
 * The output of `trivy version --format json`: the companion of a scan, which says when its database of
 * vulnerabilities was made. Alone it proves nothing and says so; `joinDatabaseDates` gives its date to the scan.
 */
export const trivyVersionReader: ReportReader = {
  format: 'trivy',
  recognises(file) {
    const outline = outlineOf(file);
    return outline?.has('Version') === true && DATABASES.some((path) => outline.has(path));
  },
  parse(file) {
    const { data, fault } = readJson(file, TrivyVersionSchema);
    const databaseAt = instantOfText(data.VulnerabilityDB?.UpdatedAt);
    const next = instantOfText(data.VulnerabilityDB?.NextUpdate);
    if (databaseAt !== undefined && next !== undefined && next < databaseAt)
      throw fault('the next update is before the last one', ['VulnerabilityDB', 'NextUpdate']);
    return {
      format: 'trivy',
      tool: `trivy ${data.Version}`,
      measured: known({ databaseAt }),
      failures: [],
      doubts: [NO_SCAN, ...(databaseAt === undefined ? [NO_DATABASE_DATE] : [])],
    };
  },
};

/**
 * Takes the reports of one stage; where `trivy version` is among them once, its date goes to the scans and it is left
 * out. Where it does not fit them, another version or a database newer than the scan, the scan has a doubt instead.
 */
export function joinDatabaseDates(reports: readonly ParsedReport[]): ParsedReport[] {
  const companions = reports.filter(isCompanion);
  const rest = reports.filter((report) => !isCompanion(report));
  const companion = companions[0];
  if (companion === undefined || companions.length > 1 || !rest.some(isScan)) return [...reports];
  return rest.map((report) => (isScan(report) ? joined(report, companion) : report));
}

function isCompanion({ format, doubts }: ParsedReport): boolean {
  return format === 'trivy' && doubts.includes(NO_SCAN);
}

function isScan(report: ParsedReport): boolean {
  return report.format === 'trivy' && !isCompanion(report);
}

function joined(scan: ParsedReport, { tool, measured }: ParsedReport): ParsedReport {
  const { databaseAt } = measured;
  if (databaseAt === undefined || scan.measured.databaseAt !== undefined) return scan;
  const doubts = scan.doubts.filter((doubt) => doubt !== NO_DATABASE_DATE);
  if (scan.tool !== 'trivy' && scan.tool !== tool)
    return {
      ...scan,
      doubts: [...scan.doubts, `the database is told for ${tool}, the scan is by ${scan.tool}`],
    };
  if (scan.ranAt !== undefined && databaseAt > scan.ranAt)
    return { ...scan, doubts: [...scan.doubts, `the database of ${databaseAt} is newer than the scan`] };
  return { ...scan, ...known({ tool }), measured: { ...scan.measured, databaseAt }, doubts };
}
