import type {
  DeployedModule,
  Deployment,
  DeploymentKind,
  DeploymentOutcome,
  DeploymentSource,
  Rollback,
} from '../../src/records/index.ts';
import { known } from '../parse/report/report-values.ts';
import type { ObservedDeployment } from './observed.ts';

/** Whose word counts where sources differ: first whoever deployed, last the platform that only looked on. */
export const RANK: readonly DeploymentSource['kind'][] = ['command', 'argocd', 'helm', 'github'];
/** What a source says later of the same deployment counts only where it ends it. */
const SETTLED: readonly DeploymentOutcome[] = ['failed', 'succeeded', 'unknown', 'running'];
const KINDS: readonly DeploymentKind[] = ['rollback', 'migrate', 'deploy'];

/** What sources say of when a deployment was, and of how it ended. */
export type Told = Pick<Deployment, 'at' | 'finishedAt' | 'outcome'>;

/**
 * Joins what one more source says to a deployment that is known: what was unknown is filled in, and where sources
 * differ the one of the higher rank counts. The order in which sources came makes no difference.
 */
export function joinDeployment(recorded: Deployment, { source, ...seen }: ObservedDeployment): Deployment {
  const sources = withSource(recorded.sources, source);
  const outranks = rankOf(source) < Math.min(...recorded.sources.map(rankOf));
  const [first, second] = outranks ? [seen, recorded] : [recorded, seen];
  const kind = KINDS.find((each) => each === recorded.kind || each === seen.kind) ?? recorded.kind;
  const isPart = recorded.part === true && seen.part === true;
  const { part: _, rollback: __, migration: ___, ...rest } = recorded;
  return {
    ...rest,
    ...toldBy(sources),
    ...known({
      versionFrom: first.versionFrom ?? second.versionFrom,
      by: first.by ?? second.by,
      url: first.url ?? second.url,
      rollout: first.rollout ?? second.rollout,
    }),
    ...(isPart && { part: true as const }),
    kind,
    modules: joinModules(first.modules, second.modules),
    ...(kind === 'rollback' && { rollback: joinRollback(first.rollback, second.rollback) }),
    ...(kind === 'migrate' && known({ migration: first.migration ?? second.migration })),
    sources,
  };
}

/** When it was and how it ended, by all sources together. Where one says that it failed and another not, nobody knows. */
export function toldBy(sources: readonly DeploymentSource[]): Told {
  const ranked = [...sources].sort((a, b) => rankOf(a) - rankOf(b));
  const outcomes = new Set(ranked.map(({ outcome }) => outcome));
  const disputed = outcomes.has('failed') && outcomes.has('succeeded');
  const [first] = ranked;
  if (first === undefined) throw new Error('a deployment has a source');
  const finishedAt = ranked.find((source) => source.finishedAt !== undefined)?.finishedAt;
  return {
    at: first.at,
    ...(finishedAt !== undefined && { finishedAt: finishedAt < first.at ? first.at : finishedAt }),
    outcome: disputed ? 'unknown' : (SETTLED.find((outcome) => outcomes.has(outcome)) ?? 'unknown'),
  };
}

/**
 * What one source calls a deployment: the platform's number, or a number of a history that may begin anew with its time.
 * A command has no number, only the time that it was given.
 */
export function sourceKey(source: DeploymentSource): string {
  switch (source.kind) {
    case 'github':
      return `github ${source.id}`;
    case 'helm':
      return `helm ${source.at} ${source.revision} ${source.release}`;
    case 'argocd':
      return `argocd ${source.at} ${source.id} ${source.application}`;
    case 'command':
      return `command ${source.at}`;
  }
}

function withSource(known: readonly DeploymentSource[], source: DeploymentSource): DeploymentSource[] {
  const before = known.find((each) => sourceKey(each) === sourceKey(source));
  const later = before === undefined ? source : laterWord(before, source);
  return [...known.filter((each) => each !== before), later].sort((a, b) => rankOf(a) - rankOf(b));
}

function laterWord(before: DeploymentSource, source: DeploymentSource): DeploymentSource {
  const settles = SETTLED.indexOf(source.outcome) < SETTLED.indexOf(before.outcome);
  const ends = source.outcome === before.outcome && before.finishedAt === undefined;
  return settles || (ends && source.finishedAt !== undefined) ? source : before;
}

function joinModules(first: readonly DeployedModule[], second: readonly DeployedModule[]): DeployedModule[] {
  const more = new Map(second.map((module) => [module.id, module]));
  const joined = first.map((module) => ({ ...more.get(module.id), ...module }));
  const ids = new Set(first.map(({ id }) => id));
  return [...joined, ...second.filter(({ id }) => !ids.has(id))].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function joinRollback(first: Rollback | undefined, second: Rollback | undefined): Rollback {
  return { ...second, ...first, from: first?.from ?? second?.from ?? null };
}

function rankOf({ kind }: DeploymentSource): number {
  return RANK.indexOf(kind);
}
