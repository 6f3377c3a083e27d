import { readJson } from '../json/json.ts';
import { outlineOf } from '../json/json-outline.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { commitsOf, digestsOf, earliest, instantOfText, known, oneLine } from '../report-values.ts';
import { fateOf, findingOf } from './sarif-findings.ts';
import { type SarifLog, SarifLogSchema, type SarifRun } from './sarif-schema.ts';

/**
 * SARIF 2.1.0 (OASIS) of any tool. Findings are measured, not judged; suppressed results are left out and counted.
 * A tool that did not run to its end is a failure.
 */
export const sarifReader: ReportReader = {
  format: 'sarif',
  recognises: isSarif,
  parse: (file) => reportOf(readJson(file, SarifLogSchema).data),
};

/** "runs" alone may be anybody's: its version, its schema or a tool's driver tells. */
function isSarif(file: ReportFile): boolean {
  const outline = outlineOf(file);
  if (outline === undefined) return false;
  if (/sarif/i.test(outline.source('$schema') ?? '') && !outline.has('$defs')) return true;
  const versioned = /^"2\.\d/.test(outline.source('version') ?? '');
  return outline.source('runs') === '[' && (versioned || outline.has('runs[].tool.driver'));
}

function reportOf({ runs }: SarifLog): ParsedReport {
  const invocations = runs.flatMap((run) => run.invocations);
  return {
    format: 'sarif',
    ...known({
      tool: [...new Set(runs.map(toolOf))].join(', ') || undefined,
      ranAt: earliest(invocations.map((one) => instantOfText(one.startTimeUtc ?? one.endTimeUtc))),
    }),
    commits: commitsOf(
      runs.flatMap((run) => run.versionControlProvenance.map(({ revisionId }) => revisionId)),
    ),
    digests: digestsOf(runs.flatMap((run) => run.properties?.repoDigests ?? [])),
    measured: { vulnerabilities: runs.flatMap(findingsOf), figures: figuresOf(runs) },
    failures: runs.flatMap(failuresOf),
    doubts: runs.length === 0 ? ['no tool ran: the report has no runs'] : runs.flatMap(doubtsOf),
  };
}

function toolOf({ tool }: SarifRun): string {
  const { name, semanticVersion, version } = tool.driver;
  return oneLine([name, semanticVersion ?? version].filter((part) => part !== undefined).join(' '));
}

function findingsOf(run: SarifRun) {
  return (run.results ?? [])
    .filter((result) => fateOf(result) === 'finding')
    .map((result) => findingOf(result, run));
}

function figuresOf(runs: readonly SarifRun[]): Record<string, number> {
  const fates = runs.flatMap((run) => (run.results ?? []).map(fateOf));
  const count = (fate: string) => fates.filter((one) => one === fate).length;
  return {
    runs: runs.length,
    suppressed: count('suppressed'),
    absent: count('absent'),
    other: count('other'),
  };
}

function failuresOf(run: SarifRun): string[] {
  const failed = run.invocations.some(({ executionSuccessful }) => executionSuccessful === false);
  return failed ? [`${toolOf(run)} did not run to its end`] : [];
}

function doubtsOf(run: SarifRun): string[] {
  const outside = (run.externalPropertyFileReferences?.results.length ?? 0) > 0;
  const errors = run.invocations
    .flatMap((one) => [...one.toolExecutionNotifications, ...one.toolConfigurationNotifications])
    .filter(({ level }) => level === 'error');
  return [
    ...(outside ? [`results of ${toolOf(run)} are kept in other files`] : []),
    ...(run.results == null && !outside ? [`${toolOf(run)} gave no list of results: it did not look`] : []),
    ...(errors.length > 0
      ? [
          `${toolOf(run)} had ${errors.length} errors: ${oneLine(errors[0]?.message?.text ?? 'it does not say which')}`,
        ]
      : []),
  ];
}
