import type { DeploymentOutcome } from '../../../src/records/index.ts';
import type { NotTaken, ObservedDeployment } from '../observed.ts';
import type { Observations } from './context.ts';

/** What tells more comes first: files that were written later know how a deployment ended. */
const TELLING: readonly DeploymentOutcome[] = ['failed', 'succeeded', 'unknown', 'running'];

/**
 * Puts observations into an order that does not depend on that of the files. Of one deployment that several files tell
 * of, the one that tells most stays.
 */
export function settled(
  observed: readonly ObservedDeployment[],
  notTaken: readonly NotTaken[],
): Observations {
  const best = new Map<string, ObservedDeployment>();
  for (const each of [...observed].sort(moreTelling)) if (!best.has(keyOf(each))) best.set(keyOf(each), each);
  const told = new Map(notTaken.map((each) => [JSON.stringify(each), each]));
  return {
    observed: [...best.values()].sort(
      (a, b) => compare(a.source.at, b.source.at) || compare(keyOf(a), keyOf(b)),
    ),
    notTaken: [...told.values()].sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
  };
}

function keyOf({ source }: ObservedDeployment): string {
  if (source.kind === 'helm') return JSON.stringify([source.release, source.revision, source.at]);
  if (source.kind === 'argocd') return JSON.stringify([source.application, source.id, source.at]);
  return JSON.stringify(source.kind === 'github' ? source.id : source);
}

function moreTelling(a: ObservedDeployment, b: ObservedDeployment): number {
  const rank = ({ source }: ObservedDeployment) => TELLING.indexOf(source.outcome);
  const isRollback = ({ kind }: ObservedDeployment) => Number(kind === 'rollback');
  return isRollback(b) - isRollback(a) || rank(a) - rank(b) || compare(contentOf(a), contentOf(b));
}

function contentOf({ toldBy: _, ...each }: ObservedDeployment): string {
  return JSON.stringify(each);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
