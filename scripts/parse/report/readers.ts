import { Fault } from '../../../src/records/index.ts';
import { inTotoTestResultReader } from './attested/in-toto-test-result.ts';
import { helmChartReader } from './chart/helm-chart.ts';
import { coberturaReader } from './coverage/cobertura.ts';
import { lcovReader } from './coverage/lcov.ts';
import { dockerImageReader } from './image/docker-image.ts';
import { junitReader } from './junit/junit-reader.ts';
import { k6Reader } from './load/k6.ts';
import type { ParsedReport, ReportFile, ReportReader } from './parsed-report.ts';
import { githubChecksReader } from './pipeline/github-checks.ts';
import { jenkinsStagesReader } from './pipeline/jenkins-stages.ts';
import { playbookReader } from './playbook/playbook.ts';
import { prometheusReader } from './prometheus/prometheus.ts';
import { grypeReader } from './scan/grype.ts';
import { sarifReader } from './scan/sarif.ts';
import { trivyReader } from './scan/trivy.ts';
import { trivyVersionReader } from './scan/trivy-version.ts';

/** Every format that is read. No file is recognised by two of them. */
export const READERS: readonly ReportReader[] = [
  junitReader,
  coberturaReader,
  lcovReader,
  trivyReader,
  trivyVersionReader,
  grypeReader,
  sarifReader,
  k6Reader,
  dockerImageReader,
  helmChartReader,
  jenkinsStagesReader,
  githubChecksReader,
  inTotoTestResultReader,
  playbookReader,
  prometheusReader,
];

/** Reads a report, recognised by its content. Throws a Fault where no format fits, or the report is damaged. */
export function readReport(file: ReportFile): ParsedReport {
  const reader = READERS.find((candidate) => candidate.recognises(file));
  if (reader !== undefined) return reader.parse(file);
  throw new Fault('this is no report of a known format', {
    place: { file: file.name },
    hint: `Known are ${[...new Set(READERS.map(({ format }) => format))].join(', ')}. A file that is cut off may not be recognised.`,
  });
}
