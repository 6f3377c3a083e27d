import type { EnvironmentTimeline } from '../../history/deployments/drift.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import { isSuccess } from '../carried.ts';
import type { Lineage } from '../lineage.ts';
import type { PlannedRow } from '../plan.ts';
import type { RowOutcome } from '../row.ts';

/** What took a change away again, if anything did. */
export type TakenBack = Pick<
  RowOutcome,
  'rolledBack' | 'rolledBackAt' | 'rollbackRecord' | 'broughtBackRecord' | 'incident'
>;

/** Deployments that may take changes away, and what releases contain. */
interface Takers {
  /** In the order in which they began. */
  events: readonly DeploymentEvent[];
  timeline: readonly DeploymentEvent[];
  lineage: Lineage;
}

/**
 * Tells of rows of an environment what put a release without the change in the place of theirs: the first rollback after
 * the deployment, whenever it was, or a deployment of an older release that nobody calls a rollback.
 */
export function takenBack(
  { timeline }: EnvironmentTimeline,
  lineage: Lineage,
): (row: PlannedRow) => TakenBack {
  const events = timeline.filter((event, place) => mayTake(event, place, timeline, lineage));
  const takers = { events, timeline, lineage };
  const known = new Map<string, TakenBack>();
  return (row) => {
    const key = `${row.event.record.path} ${row.release} ${row.module}`;
    const taken = known.get(key) ?? judged(row, takers);
    known.set(key, taken);
    return taken;
  };
}

/** A rollback, or a deployment of what the release before it was made on top of. */
function mayTake(
  event: DeploymentEvent,
  place: number,
  timeline: readonly DeploymentEvent[],
  lineage: Lineage,
): boolean {
  return event.record.data.kind === 'rollback' || isStepBack(event, timeline[place - 1], lineage);
}

/** Whether a deployment puts an older release in the place of the one before it, whatever it is called. */
export function isStepBack(
  { record }: DeploymentEvent,
  before: DeploymentEvent | undefined,
  { contains }: Lineage,
): boolean {
  if (before === undefined) return false;
  const [from, to] = [before.record.data.version, record.data.version];
  return from !== to && contains(from, to);
}

function judged(row: PlannedRow, takers: Takers): TakenBack {
  const taking = takers.events.filter((event) => takes(event, row, takers.lineage));
  const worked = taking.find(isSuccess);
  if (worked !== undefined) return { ...told(worked, 'yes'), ...broughtBack(row, worked, takers) };
  const open = taking.find(({ record }) => record.data.outcome !== 'failed');
  if (open !== undefined) return told(open, 'unproven');
  const [failed] = taking;
  return failed === undefined ? NOT_TAKEN : told(failed, 'failed');
}

const NOT_TAKEN: TakenBack = {
  rolledBack: 'no',
  rolledBackAt: null,
  rollbackRecord: null,
  broughtBackRecord: null,
  incident: null,
};

function broughtBack(
  row: PlannedRow,
  taken: DeploymentEvent,
  { timeline, lineage }: Takers,
): Pick<TakenBack, 'broughtBackRecord'> {
  const again = timeline.find(
    (event) =>
      event.began > taken.began && isSuccess(event) && touches(event, row) && hasIt(event, row, lineage),
  );
  return { broughtBackRecord: again?.record.path ?? null };
}

function takes(event: DeploymentEvent, row: PlannedRow, lineage: Lineage): boolean {
  return event.began > row.event.began && touches(event, row) && !hasIt(event, row, lineage);
}

function touches({ record }: DeploymentEvent, { module }: PlannedRow): boolean {
  const { part, modules } = record.data;
  return part !== true || modules.some(({ id }) => id === module);
}

function hasIt({ record }: DeploymentEvent, { release }: PlannedRow, { contains }: Lineage): boolean {
  return contains(record.data.version, release);
}

function told({ record }: DeploymentEvent, rolledBack: TakenBack['rolledBack']): TakenBack {
  const { at, finishedAt, rollback } = record.data;
  const incident =
    rollback?.incident ?? (rollback?.trigger?.kind === 'incident' ? rollback.trigger.what : null);
  return { ...NOT_TAKEN, rolledBack, rolledBackAt: finishedAt ?? at, rollbackRecord: record.path, incident };
}
