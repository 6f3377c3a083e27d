import type { Image, Measurements } from '../../../../src/records/index.ts';
import { type JsonReport, readJson } from '../json/json.ts';
import { outlineOf } from '../json/json-outline.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { commitsOf, digestOf, digestsOf, instantOfText, known } from '../report-values.ts';
import { findingsOf, isFailure } from './trivy-findings.ts';
import { type TrivyMetadata, type TrivyReport, TrivyReportSchema } from './trivy-schema.ts';
import { NO_DATABASE_DATE } from './trivy-version.ts';

const REVISION = 'org.opencontainers.image.revision';

/**
 * Trivy's JSON report, schema 2 (`trivy image --format json`). Findings are measured, not judged: how many of which
 * severity may be is a policy's. But for scans by a server its JSON does not say how old the database of vulnerabilities
 * was: `joinDatabaseDates` of trivy-version.ts takes that from `trivy version`.
 */
export const trivyReader: ReportReader = {
  format: 'trivy',
  recognises: isTrivy,
  parse: (file) => reportOf(readJson(file, TrivyReportSchema)),
};

function isTrivy(file: ReportFile): boolean {
  const outline = outlineOf(file);
  if (outline === undefined) return false;
  const artifact = outline.has('ArtifactName') || outline.has('ArtifactType');
  return artifact && (outline.has('SchemaVersion') || outline.has('Results') || outline.has('Metadata'));
}

function reportOf(report: JsonReport<TrivyReport>): ParsedReport {
  refuseContradictions(report);
  const { data } = report;
  const { Metadata: metadata } = data;
  return {
    format: 'trivy',
    tool: data.Trivy?.Version === undefined ? 'trivy' : `trivy ${data.Trivy.Version}`,
    ...known({ ranAt: instantOfText(data.CreatedAt) }),
    commits: commitsOf([metadata?.Commit, metadata?.ImageConfig?.config?.Labels?.[REVISION]]),
    digests: digestsOf(metadata?.RepoDigests ?? []),
    measured: measuredOf(data),
    failures: [],
    doubts: doubtsOf(data),
  };
}

function refuseContradictions({ data, fault }: JsonReport<TrivyReport>): void {
  data.Results.forEach(({ MisconfSummary, Misconfigurations }, index) => {
    if (MisconfSummary == null) return;
    const failures = Misconfigurations.filter(isFailure).length;
    if (MisconfSummary.Failures !== failures)
      throw fault(`says ${MisconfSummary.Failures} failures and lists ${failures}`, [
        'Results',
        index,
        'MisconfSummary',
        'Failures',
      ]);
  });
}

function measuredOf(report: TrivyReport): Measurements {
  const { Metadata: metadata, Results: results } = report;
  const databaseAt = databaseOf(report);
  const image = metadata?.ImageID === undefined ? undefined : imageOf(metadata);
  return {
    vulnerabilities: results.flatMap(findingsOf),
    ...known({ databaseAt, image }),
    figures: figuresOf(results),
  };
}

function databaseOf({ Trivy }: TrivyReport): string | undefined {
  return instantOfText(Trivy?.Server?.VulnerabilityDB?.UpdatedAt);
}

function imageOf(metadata: TrivyMetadata): Image {
  return {
    digests: digestsOf(metadata.RepoDigests),
    ...known({
      id: digestOf(metadata.ImageID),
      size: metadata.Size,
      createdAt: instantOfText(metadata.ImageConfig?.created),
      revision: metadata.ImageConfig?.config?.Labels?.[REVISION],
    }),
  };
}

/** What was looked at, by class ("results.os-pkgs"), and how many findings were set aside by ignore files and VEX. */
function figuresOf(results: TrivyReport['Results']): Record<string, number> {
  const classes = Map.groupBy(results, (result) => result.Class ?? 'unknown');
  const suppressed = results.reduce((sum, result) => sum + result.ExperimentalModifiedFindings.length, 0);
  return {
    ...Object.fromEntries([...classes].map(([name, members]) => [`results.${name}`, members.length])),
    suppressed,
  };
}

function doubtsOf(report: TrivyReport): string[] {
  const { Metadata, Results } = report;
  const system = [Metadata?.OS?.Family, Metadata?.OS?.Name].filter((part) => part !== undefined).join(' ');
  const needsDatabase = Results.length === 0 || Results.some((result) => result.Class !== 'config');
  return [
    ...(Results.length === 0 ? ['nothing was scanned: the report has no results'] : []),
    ...(needsDatabase && databaseOf(report) === undefined ? [NO_DATABASE_DATE] : []),
    ...(Metadata?.OS?.EOSL === true
      ? [`${system || 'the operating system'} is no longer supported: its vulnerabilities are no longer told`]
      : []),
  ];
}
