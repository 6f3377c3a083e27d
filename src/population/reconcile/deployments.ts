import { joined } from '../../history/joined.ts';
import type { Deployment, DeploymentSource } from '../../records/index.ts';
import { isStepBack } from '../evidence/taken-back.ts';
import type { Explanation, FindingKind } from './finding.ts';
import type { FoundHere, Matter, PlacedDeployment } from './matter.ts';

type Doubt = { kind: FindingKind; text: string; explained?: Explanation | null };

/** Deployments against what their own records owe: who, why, how it ended, and sources that agree. */
export function deploymentFindings(matter: Matter): FoundHere[] {
  return matter.deployments.flatMap((deployment) => {
    const { environment, event } = deployment;
    const { data, path } = event.record;
    return doubtsOf(deployment, matter).map(({ kind, text, explained = null }) => ({
      ...{ kind, environment: environment.id, at: data.at, record: path, explained },
      text: `the ${data.kind === 'deploy' ? 'deployment' : data.kind} of ${data.version} to ${environment.id} ${text}`,
    }));
  });
}

function doubtsOf(deployment: PlacedDeployment, matter: Matter): Doubt[] {
  const { data } = deployment.event.record;
  return [
    ...(data.by === undefined
      ? [{ kind: 'deployer-unknown' as const, text: 'does not tell who did it' }]
      : []),
    ...unknownEnd(data),
    ...withoutReason(deployment),
    ...stepBack(deployment, matter),
    ...disagreements(data, matter.records.policy.deploymentTolerance),
    ...wrongRevision(deployment),
  ];
}

function unknownEnd({ outcome }: Deployment): Doubt[] {
  if (outcome !== 'unknown' && outcome !== 'running') return [];
  const text = outcome === 'running' ? 'has not ended by its record' : 'does not tell how it ended';
  return [{ kind: 'outcome-unknown', text }];
}

/** A metric or an incident that made somebody roll back is a reason, if no sentence. */
function withoutReason({ event: { record } }: PlacedDeployment): Doubt[] {
  const { kind, rollback } = record.data;
  if (kind !== 'rollback' || record.body.trim() !== '') return [];
  const told = rollback?.trigger?.what ?? rollback?.incident;
  const explained = told === undefined ? null : { by: 'trigger' as const, text: told, record: record.path };
  return [{ kind: 'rollback-without-reason', text: 'gives no reason', explained }];
}

/** An older release that came by what nobody calls a rollback was taken back without a word of why. */
function stepBack({ event, before }: PlacedDeployment, { lineage }: Matter): Doubt[] {
  const { kind } = event.record.data;
  if (kind === 'rollback' || before === null || !isStepBack(event, before, lineage)) return [];
  const text = `puts an older release in the place of ${before.record.data.version}, and is no rollback by its record`;
  return [{ kind: 'step-back', text }];
}

function disagreements({ sources }: Deployment, toleranceMinutes: number): Doubt[] {
  return [...otherEnds(sources), ...otherTimes(sources, toleranceMinutes)].map((text) => ({
    kind: 'sources-disagree',
    text,
  }));
}

function otherEnds(sources: readonly DeploymentSource[]): string[] {
  const succeeded = sources.filter(({ outcome }) => outcome === 'succeeded').map(({ kind }) => kind);
  const failed = sources.filter(({ outcome }) => outcome === 'failed').map(({ kind }) => kind);
  if (succeeded.length === 0 || failed.length === 0) return [];
  return [`succeeded as ${joined(succeeded)} tells, and failed as ${joined(failed)} tells`];
}

function otherTimes(sources: readonly DeploymentSource[], toleranceMinutes: number): string[] {
  const times = sources.map(({ at }) => Date.parse(at));
  const minutes = (Math.max(...times) - Math.min(...times)) / 60_000;
  if (minutes <= toleranceMinutes) return [];
  return [`began at moments that are ${Math.round(minutes)} minutes apart as its sources tell`];
}

/** Helm says which revision it went back to: that one was of another release. */
function wrongRevision({ environment, event }: PlacedDeployment): Doubt[] {
  const { data } = event.record;
  return data.sources.flatMap((source) => {
    const target = source.kind === 'helm' ? source.rolledBackTo : undefined;
    if (source.kind !== 'helm' || target === undefined) return [];
    const meant = environment.timeline.findLast(
      ({ began, record }) => began < event.began && hasRevision(record.data, source.release, target),
    );
    const version = meant?.record.data.version;
    if (version === undefined || version === data.version) return [];
    const text = `went back to Helm’s revision ${target}, which was ${version}`;
    return [{ kind: 'sources-disagree' as const, text }];
  });
}

function hasRevision({ sources }: Deployment, release: string, revision: number): boolean {
  return sources.some(
    (source) => source.kind === 'helm' && source.release === release && source.revision === revision,
  );
}
