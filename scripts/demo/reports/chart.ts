import type { ReportText } from './report-file.ts';

/** A chart that another one needs. */
export interface ChartPart {
  name: string;
  version: string;
  repository: string;
}

const NUMBERS = 3;

/** `<module>-<major>-<minor>-<release>-<commit sha>`: the nomenclature of published charts. */
export function chartName(module: string, version: string, commit: string): string {
  const numbers = version.replace(/-.*$/, '').split('.');
  const padded = Array.from({ length: NUMBERS }, (_, index) => numbers[index] ?? '0');
  return [module, ...padded, commit.slice(0, 9)].join('-');
}

/** The published chart's `Chart.yaml`. */
export function chart(
  module: string,
  version: string,
  commit: string,
  parts: readonly ChartPart[] = [],
): ReportText {
  const dependencies = parts.flatMap(({ name, version: of, repository }) => [
    `  - name: ${name}`,
    `    version: "${of}"`,
    `    repository: ${repository}`,
  ]);
  const lines = [
    'apiVersion: v2',
    `name: ${chartName(module, version, commit)}`,
    `version: "${version}"`,
    `appVersion: "${version}"`,
    ...(parts.length === 0 ? [] : ['dependencies:', ...dependencies]),
  ];
  return { name: 'Chart.yaml', text: `${lines.join('\n')}\n` };
}
