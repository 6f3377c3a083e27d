import type { DeploymentEvent } from '../deployments/timeline.ts';
import type { DeliveryFacts } from './facts.ts';
import { restoredAfter, restoredBy } from './restored.ts';
import type { RolledBack } from './rolled-back.ts';
import type { Unplanned } from './unplanned.ts';

/** What made a deployment need intervention. */
export const TROUBLE_CAUSES = ['failed', 'rolled-back', 'unplanned-release'] as const;
export type TroubleCause = (typeof TROUBLE_CAUSES)[number];

/**
 * How long it took from detection until it was mended, in milliseconds. "open": nothing has mended it yet. "untold":
 * no record says when it was noticed, or what records say of it contradicts itself.
 */
export type Recovery = { state: 'restored'; took: number } | { state: 'open' } | { state: 'untold' };

/** A deployment that needed intervention. */
export interface Trouble {
  because: TroubleCause;
  recovery: Recovery;
}

/** What tells of troubles in an environment. */
export interface TroubleClues {
  rolledBack: RolledBack;
  unplanned: Unplanned;
  facts: Pick<DeliveryFacts, 'declaredAt'>;
}

/**
 * The deployments that needed intervention, with what mended them. DORA (dora.dev/guides/dora-metrics): those "that
 * require immediate intervention following a deployment. Likely resulting in a rollback of the changes or a 'hotfix'".
 */
export function troubles(
  timeline: readonly DeploymentEvent[],
  clues: TroubleClues,
): Map<DeploymentEvent, Trouble> {
  const restored = restoredAfter(timeline);
  const found = new Map<DeploymentEvent, Trouble>();
  for (const event of timeline) {
    const trouble = event.record.data.kind === 'deploy' ? troubleOf(event, clues, restored) : null;
    if (trouble !== null) found.set(event, trouble);
  }
  return found;
}

type Restored = ReadonlyMap<DeploymentEvent, number>;

function troubleOf(event: DeploymentEvent, clues: TroubleClues, restored: Restored): Trouble | null {
  const rollback = clues.rolledBack.by.get(event);
  const hotfix = clues.unplanned.after.get(event);
  const failed = event.record.data.outcome === 'failed';
  if (rollback !== undefined) {
    const recovery = recoveryOf(event, noticed(event, rollback), mendedBy(rollback, restored));
    return { because: failed ? 'failed' : 'rolled-back', recovery };
  }
  if (failed) return { because: 'failed', recovery: afterFailure(event, restored) };
  if (hotfix === undefined) return null;
  const declared = clues.facts.declaredAt?.(hotfix.record.data.version) ?? null;
  return { because: 'unplanned-release', recovery: recoveryOf(event, declared, mendedBy(hotfix, restored)) };
}

/** Whoever rolls back has noticed, at the latest when the rollback begins. */
function noticed({ record, settled }: DeploymentEvent, { record: rollback, began }: DeploymentEvent): number {
  const told = rollback.data.rollback?.detectedAt;
  if (told !== undefined) return Date.parse(told);
  return record.data.outcome === 'failed' ? Math.min(settled, began) : began;
}

/** What another deployment had put in order before the failure ended took no time to mend. */
function afterFailure(event: DeploymentEvent, restored: Restored): Recovery {
  return recoveryOf(event, event.settled, Math.max(event.settled, nextSuccess(event, restored)));
}

/** Where a person said when customers had things back, that counts; else the event's own success, or the next one. */
function mendedBy(event: DeploymentEvent, restored: Restored): number {
  const { outcome, rollback } = event.record.data;
  const isKnown = outcome === 'succeeded' || rollback?.restoredAt !== undefined;
  return isKnown ? restoredBy(event) : nextSuccess(event, restored);
}

function nextSuccess(event: DeploymentEvent, restored: Restored): number {
  return restored.get(event) ?? Number.POSITIVE_INFINITY;
}

function recoveryOf({ began }: DeploymentEvent, from: number | null, until: number): Recovery {
  if (until === Number.POSITIVE_INFINITY) return { state: 'open' };
  if (from === null || from < began || until < from) return { state: 'untold' };
  return { state: 'restored', took: until - from };
}
