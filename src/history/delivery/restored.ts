import type { DeploymentEvent } from '../deployments/timeline.ts';

/**
 * When what a deployment had touched was in order again, in milliseconds: all of its modules had been put in place by
 * events that began after it and succeeded. Infinity where that has not happened. A deployment of other modules mends
 * nothing.
 */
export function restoredAfter(timeline: readonly DeploymentEvent[]): Map<DeploymentEvent, number> {
  const restored = new Map<DeploymentEvent, number>();
  const ofModule = new Map<string, number>();
  let ofAll = Number.POSITIVE_INFINITY;
  for (const event of timeline.toReversed()) {
    const { modules, outcome, part } = event.record.data;
    const times = modules.map(({ id }) => Math.min(ofAll, ofModule.get(id) ?? ofAll));
    restored.set(event, Math.max(...times));
    if (outcome !== 'succeeded') continue;
    if (part !== true) ofAll = Math.min(ofAll, restoredBy(event));
    else for (const { id } of modules) lower(ofModule, id, restoredBy(event));
  }
  return restored;
}

/** When a success put things in order: of a rollback somebody may have said when customers had them back. */
export function restoredBy({ record, settled }: DeploymentEvent): number {
  const told = record.data.rollback?.restoredAt;
  return told === undefined ? settled : Date.parse(told);
}

function lower(times: Map<string, number>, id: string, time: number): void {
  times.set(id, Math.min(times.get(id) ?? time, time));
}
