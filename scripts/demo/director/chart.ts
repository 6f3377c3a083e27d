/** Versions of everything that an installation of Director consists of. */
export interface ChartVersions {
  umbrella: string;
  api: string;
  web: string;
  agent: string;
  kafka: string;
  redis: string;
}

const CHARTS = 'https://charts.director.example.org';
const DEPENDENCIES = [
  { name: 'director-api', part: 'api', repository: CHARTS },
  { name: 'director-web', part: 'web', repository: CHARTS },
  { name: 'director-agent', part: 'agent', repository: CHARTS },
  { name: 'strimzi-kafka-operator', part: 'kafka', repository: 'https://charts.example.org/strimzi' },
  { name: 'redis', part: 'redis', repository: 'https://charts.example.org/redis' },
] as const;

/** The umbrella chart's `Chart.yaml` (Helm chart API v2). */
export function chartYaml(versions: ChartVersions): string {
  const dependencies = DEPENDENCIES.flatMap(({ name, part, repository }) => [
    `  - name: ${name}`,
    `    version: ${versions[part]}`,
    `    repository: ${repository}`,
  ]);
  return [
    'apiVersion: v2',
    'name: director',
    'description: Watches stateful workloads and their storage on many clusters',
    `version: ${versions.umbrella}`,
    `appVersion: "${versions.umbrella}"`,
    'dependencies:',
    ...dependencies,
    '',
  ].join('\n');
}
