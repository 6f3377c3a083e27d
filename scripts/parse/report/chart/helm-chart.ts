import { Fault } from '../../../../src/records/index.ts';
import { beginningOf } from '../json/json-text.ts';
import type { ParsedReport, ReportFile, ReportReader } from '../parsed-report.ts';
import { known } from '../report-values.ts';
import { beginsLikeChart, isGzip, type PackagedChart, unpackChart } from './chart-archive.ts';
import { dependenciesOf } from './chart-dependencies.ts';
import {
  type ChartYaml,
  ChartYamlSchema,
  type Requirement,
  RequirementsSchema,
  readChartYaml,
} from './chart-yaml.ts';

/** Enough for a licence above the first field. */
const BEGINNING = 16 * 1024;

/**
 * A Helm chart: packaged (`helm package`, the better evidence: it cannot be cut off unseen and holds the versions of its
 * dependencies), or its `Chart.yaml` alone. Every version is the text that stands there.
 */
export const helmChartReader: ReportReader = {
  format: 'helm-chart',
  recognises: (file) => beginsLikeChart(file) || isChartYaml(file) || isRequirements(file),
  parse: (file) => {
    if (isGzip(file)) return reportOf(unpackChart(file));
    if (!isRequirements(file)) return reportOf({ chart: file, bundled: [] }, unended(file));
    throw new Fault('names dependencies, but no chart', {
      place: { file: file.name },
      hint: 'Give the packaged chart: it holds its lock file too.',
    });
  },
};

/** Fields at the beginning of a line; a Kubernetes resource has a kind, a chart has none. */
function isChartYaml(file: ReportFile): boolean {
  const text = beginningOf(file, BEGINNING);
  const has = (field: string) => new RegExp(`^(?:${field}|"${field}"|'${field}')\\s*:`, 'm').test(text);
  return (
    !/^\s*[[{<]/.test(text) &&
    has('name') &&
    has('version') &&
    !has('kind') &&
    (has('apiVersion') || /chart/i.test(file.name))
  );
}

/** A list of dependencies and nothing else, but for a lock file's digest and date. */
function isRequirements(file: ReportFile): boolean {
  const text = beginningOf(file, BEGINNING);
  const fields = [...text.matchAll(/^([A-Za-z]+)\s*:/gm)].map(([, field]) => field);
  return (
    fields.includes('dependencies') &&
    fields.every((field) => field === 'dependencies' || field === 'digest' || field === 'generated')
  );
}

function reportOf(packaged: PackagedChart, doubts: string[] = []): ParsedReport {
  const chart = readChartYaml(packaged.chart, ChartYamlSchema);
  const found = dependenciesOf({
    declared: declaredBy(chart, packaged),
    ...known({ locked: packaged.lock === undefined ? undefined : listed(packaged.lock) }),
    bundled: packaged.bundled.map((file) => readChartYaml(file, ChartYamlSchema)),
  });
  return {
    format: 'helm-chart',
    measured: {
      chart: {
        name: chart.name,
        version: chart.version,
        ...known({ appVersion: chart.appVersion || undefined, dependencies: found.dependencies }),
      },
    },
    failures: [],
    doubts: [...doubts, ...found.doubts],
  };
}

/** A chart of apiVersion v1 keeps them in a file of their own: beside a Chart.yaml alone they are not known. */
function declaredBy(
  chart: ChartYaml,
  { requirements, chart: file }: PackagedChart,
): Requirement[] | undefined {
  if (requirements !== undefined) return [...listed(requirements), ...(chart.dependencies ?? [])];
  const alone = !file.name.includes('!');
  return chart.dependencies ?? (chart.apiVersion === 'v1' && alone ? undefined : []);
}

function listed(file: ReportFile): Requirement[] {
  return readChartYaml(file, RequirementsSchema).dependencies ?? [];
}

/** YAML that is cut off may still be YAML: the last line must have its end. */
function unended({ bytes }: ReportFile): string[] {
  return bytes.at(-1) === 10 ? [] : ['the last line has no end: the file may be cut off'];
}
