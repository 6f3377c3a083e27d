import type { ChartPart } from '../reports/chart.ts';

/** Versions of everything that an installation of Director consists of. */
export interface ChartVersions {
  umbrella: string;
  api: string;
  web: string;
  agent: string;
  kafka: string;
  redis: string;
}

/** What the umbrella chart of the first release needed. */
export const FIRST_VERSIONS: ChartVersions = {
  umbrella: '1.20.9',
  api: '0.30.4',
  web: '0.17.2',
  agent: '0.11.0',
  kafka: '0.45.0',
  redis: '20.1.0',
};

const CHARTS = 'https://charts.director.example.org';
const MODULES = ['api', 'web', 'agent'] as const;
/** Redis is asked for by a range: the lock says which one it is. */
const REDIS_ASKED = '20.x.x';

/** The umbrella chart's files by path: `Chart.yaml` (Helm chart API v2) and its lock. */
export function chartFiles(folder: string, versions: ChartVersions): Record<string, string> {
  return { [`${folder}/Chart.yaml`]: chartYaml(versions), [`${folder}/Chart.lock`]: chartLock(versions) };
}

/** The charts that others make, as they are installed. */
export function thirdPartyCharts({ kafka, redis }: Pick<ChartVersions, 'kafka' | 'redis'>): ChartPart[] {
  return [
    { name: 'strimzi-kafka-operator', version: kafka, repository: 'https://charts.example.org/strimzi' },
    { name: 'redis', version: redis, repository: 'https://charts.example.org/redis' },
  ];
}

function chartYaml(versions: ChartVersions): string {
  return [
    'apiVersion: v2',
    'name: director',
    'description: Watches stateful workloads and their storage on many clusters',
    `version: ${versions.umbrella}`,
    `appVersion: "${versions.umbrella}"`,
    ...rows(needed({ ...versions, redis: REDIS_ASKED })),
    '',
  ].join('\n');
}

/** What `helm dependency update` writes, but for its digest and time. */
function chartLock(versions: ChartVersions): string {
  return [...rows(needed(versions)), ''].join('\n');
}

function needed(versions: ChartVersions): ChartPart[] {
  const own = MODULES.map((part) => ({
    name: `director-${part}`,
    version: versions[part],
    repository: CHARTS,
  }));
  return [...own, ...thirdPartyCharts(versions)];
}

function rows(parts: readonly ChartPart[]): string[] {
  const lines = parts.flatMap(({ name, version, repository }) => [
    `  - name: ${name}`,
    `    version: ${version}`,
    `    repository: ${repository}`,
  ]);
  return ['dependencies:', ...lines];
}
