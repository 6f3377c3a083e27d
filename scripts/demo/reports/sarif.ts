import { minutesAfter, zulu } from './moments.ts';
import { jsonReport, type ReportText } from './report-file.ts';

/** A finding of static analysis. */
export interface SarifFinding {
  rule: string;
  level: 'error' | 'warning' | 'note';
  path: string;
}

/** SARIF 2.1.0 as a linter for container files writes it. */
export function sarif(commit: string, findings: readonly SarifFinding[], at: string): ReportText {
  const invocation = {
    executionSuccessful: true,
    startTimeUtc: zulu(at),
    endTimeUtc: zulu(minutesAfter(at, 1)),
  };
  return jsonReport('hadolint.sarif', {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Hadolint', semanticVersion: '2.12.0', rules: [] } },
        invocations: [invocation],
        versionControlProvenance: [{ repositoryUri: 'https://git.example.org/sample', revisionId: commit }],
        results: findings.map(({ rule, level, path }) => ({
          ruleId: rule,
          level,
          message: { text: `${rule} in ${path}` },
          locations: [{ physicalLocation: { artifactLocation: { uri: path } } }],
        })),
      },
    ],
  });
}
