import { type DeploymentGap, deploymentGaps } from '../../history/deployments/gaps.ts';
import type { RollbackEvent } from '../../history/deployments/rollbacks.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import type { EnvironmentNow } from './environment-now.ts';

/** Numbers that are missing in several histories alike. */
export interface GapEntry {
  is: 'gap';
  kind: 'helm' | 'argocd';
  /** Names of the histories. */
  streams: string[];
  from: number;
  to: number;
}

/** A deployment, and where it is a rollback what it meant. */
export interface DeploymentEntry {
  is: 'deployment';
  event: DeploymentEvent;
  rollback: RollbackEvent | null;
}

/** A row of an environment's history. */
export type HistoryEntry = DeploymentEntry | GapEntry;

/** Rows that fill a page of history: twice as many, with everything above them, stay below 2,500 DOM nodes. */
export const HISTORY_PER_PAGE = 25;

/** An environment's history, the newest first, with what is missing in it where it is missing. */
export function historyEntries({ timeline, rollbacks }: EnvironmentNow): HistoryEntry[] {
  const gaps = Map.groupBy(deploymentGaps(timeline), ({ before }) => before);
  const meant = new Map(rollbacks.map((rollback) => [rollback.event, rollback]));
  return timeline
    .toReversed()
    .flatMap((event): HistoryEntry[] => [
      { is: 'deployment', event, rollback: meant.get(event) ?? null },
      ...gapEntries(gaps.get(event) ?? []),
    ]);
}

/** Modules are mostly deployed together: what is missing of all of them is one gap. */
function gapEntries(gaps: readonly DeploymentGap[]): GapEntry[] {
  const alike = Map.groupBy(gaps, ({ stream, from, to }) => `${kindOf(stream)} ${from} ${to}`);
  return [...alike.values()].map((group) => {
    const { stream, from, to } = group[0] as DeploymentGap;
    return { is: 'gap', kind: kindOf(stream), streams: group.map(nameOf), from, to };
  });
}

function kindOf(stream: string): GapEntry['kind'] {
  return stream.startsWith('helm ') ? 'helm' : 'argocd';
}

function nameOf({ stream }: DeploymentGap): string {
  return stream.replace(/^\w+ /, '');
}
