import type { EnvironmentTimeline } from '../../history/deployments/drift.ts';
import { type DeploymentGap, deploymentGaps } from '../../history/deployments/gaps.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import type { Environment } from '../../records/index.ts';
import type { FoundHere, Matter, PlacedDeployment } from './matter.ts';

/** An environment's deployments until the end of the period, and what is missing of them by their numbers. */
interface Counted {
  id: string;
  past: readonly DeploymentEvent[];
  gaps: readonly DeploymentGap[];
}

/** Helm's and Argo CD's numbers against deployments: numbers that nobody recorded, and deployments without one. */
export function revisionFindings(matter: Matter): FoundHere[] {
  const environments = matter.records.environments.map((environment) => countedIn(environment, matter));
  return [
    ...environments.flatMap(({ id, gaps }) =>
      gaps.filter((gap) => isOfPeriod(gap, matter)).map((gap) => gapFinding(gap, id)),
    ),
    ...environments.flatMap((counted) => beginning(counted, matter)),
    ...matter.deployments.flatMap((deployment) => unnumbered(deployment, matter)),
  ];
}

function countedIn({ id, timeline }: EnvironmentTimeline, { period }: Matter): Counted {
  const past = timeline.filter(({ record }) => record.data.at < period.to);
  return { id, past, gaps: deploymentGaps(past) };
}

/** What is missing happened between its neighbours: some of that has to be of the period. */
function isOfPeriod({ before }: DeploymentGap, { period }: Matter): boolean {
  return before.record.data.at > period.from;
}

function gapFinding({ stream, from, to, before }: DeploymentGap, environment: string): FoundHere {
  const numbers = from === to ? `number ${from}` : `numbers ${from} to ${to}`;
  return {
    kind: 'revision-gap',
    environment,
    at: before.record.data.at,
    text: `${environment}: nobody recorded ${numbers} of ${stream}`,
    record: before.record.path,
    explained: null,
  };
}

/**
 * What older releases brought before the first deployment on record is in no row. Where numbers show that there was
 * something before it, the gap says so.
 */
function beginning({ id, past, gaps }: Counted, { period, records }: Matter): FoundHere[] {
  const [first] = past;
  if (first === undefined || gaps.some(({ after, before }) => after === null && before === first)) return [];
  const { data, path } = first.record;
  if (data.at <= period.from || records.outlineOf(data.version)?.previous === null) return [];
  const text = `${id}: the period begins at ${period.from}, and its records with ${data.version} at ${data.at}: what came with older releases is in no row`;
  return [{ kind: 'records-begin', environment: id, at: data.at, text, record: path, explained: null }];
}

/** A deployment that failed may have made no revision. */
function unnumbered({ environment, event }: PlacedDeployment, { records }: Matter): FoundHere[] {
  const { data, path } = event.record;
  const known = records.policy.environments.find(({ id }) => id === environment.id);
  if (known === undefined || data.outcome === 'failed') return [];
  return [...withoutHelm(event, known), ...withoutArgo(event, known)].map((text) => ({
    kind: 'revision-missing',
    environment: environment.id,
    at: data.at,
    text: `the deployment of ${data.version} to ${environment.id} ${text}`,
    record: path,
    explained: null,
  }));
}

function withoutHelm({ record }: DeploymentEvent, { helm = [] }: Environment): string[] {
  return helm.flatMap(({ release, module }) => {
    const deployed = record.data.modules.find(({ id }) => id === module);
    const isMissing = deployed !== undefined && deployed.revision === undefined;
    return isMissing ? [`has no revision of Helm’s ${release}`] : [];
  });
}

function withoutArgo({ record }: DeploymentEvent, { argocd = [] }: Environment): string[] {
  const { modules, sources } = record.data;
  return argocd.flatMap(({ application, module }) => {
    const isDeployed = modules.some(({ id }) => id === module);
    const isTold = sources.some((source) => source.kind === 'argocd' && source.application === application);
    return isDeployed && !isTold ? [`is not in the history of Argo CD’s ${application}`] : [];
  });
}
