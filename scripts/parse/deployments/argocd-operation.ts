import { instantOfText } from '../report/report-values.ts';
import type { ArgoDeployment } from './argocd-deployment.ts';
import type { ApplicationFields, OperationFields, PlacedFields } from './argocd-schema.ts';
import { type ArgoSource, sourcesOf } from './argocd-source.ts';

/**
 * The last operation as a deployment, where the history does not have it: it failed, or is under way. It gets the number
 * that comes next, which is its own if it succeeds. Null where there is none such, or where it deployed only a part.
 */
export function operationEntry(
  operation: OperationFields,
  history: readonly ArgoDeployment[],
  spec: ApplicationFields['spec'] | null,
): ArgoDeployment | null {
  const sync = operation.operation?.sync;
  if (operation.phase === 'Succeeded' || sync == null || partialSync(operation) !== null) return null;
  const isRunning = operation.phase === 'Running' || operation.phase === 'Terminating';
  return {
    id: (history.at(-1)?.id ?? -1) + 1,
    at: instantOfText(operation.startedAt) ?? null,
    finishedAt: isRunning ? null : (instantOfText(operation.finishedAt) ?? null),
    outcome: isRunning ? 'running' : 'failed',
    sources: placedSources(operation, spec),
    username: operation.operation?.initiatedBy?.username ?? null,
    isRollback: false,
    isCurrent: false,
    words: isRunning ? '' : operation.message,
  };
}

/** What an operation without a place in the history did; null for a sync of the whole application. */
export function partialSync({ operation, phase, startedAt }: OperationFields): string | null {
  const sync = operation?.sync;
  const when = `at ${instantOfText(startedAt) ?? 'an unknown time'}`;
  if (sync?.dryRun === true) return `the dry run ${when}`;
  const count = sync?.resources.length ?? 0;
  return count === 0 ? null : `the sync of ${count} of its resources ${when} (${phase.toLowerCase()})`;
}

/**
 * Whether the last operation was a rollback. Argo CD has no word for it: its server makes a sync with the strategy
 * "apply" alone, on the sources and revisions of an earlier entry of the history. A person asks for it, and where the
 * entry before is the same, nothing was rolled back.
 */
export function saysRollback(
  { operation, startedAt }: OperationFields,
  entry: ArgoDeployment,
  all: readonly ArgoDeployment[],
): boolean {
  const sync = operation?.sync;
  const strategy = sync?.syncStrategy;
  const asServerDoes = strategy?.apply !== undefined && strategy.hook === undefined;
  const namesSources = sync != null && sourcesOf(sync).length > 0;
  if (!asServerDoes || !namesSources || operation?.initiatedBy?.automated === true) return false;
  const earlier = all.filter(({ id }) => id < entry.id).map(({ sources }) => keyOf(sources));
  const key = keyOf(entry.sources);
  return entry.at === instantOfText(startedAt) && earlier.at(-1) !== key && earlier.includes(key);
}

/** The same text for the same files from the same places. */
function keyOf(sources: readonly ArgoSource[]): string {
  return JSON.stringify(
    sources.map(({ repository, chart, path, revision }) => [repository, chart, path, revision]),
  );
}

/** What was synced, by the result, else as it was asked for, else as the application asks for it. */
function placedSources(
  { syncResult, operation }: OperationFields,
  spec: ApplicationFields['spec'] | null,
): ArgoSource[] {
  const sync = operation?.sync;
  const asked: PlacedFields = {
    revision: sync?.revision ?? null,
    revisions: sync?.revisions ?? [],
    source: spec?.source,
    sources: spec?.sources ?? [],
  };
  const ways = [syncResult, sync, asked].flatMap((way) => (way == null ? [] : [sourcesOf(way)]));
  return ways.find((sources) => sources.length > 0) ?? [];
}
