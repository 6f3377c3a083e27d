import type { DeploymentKind, DeploymentOutcome } from '../../records/index.ts';
import type { DeploymentEvent } from '../deployments/timeline.ts';
import { type Arrival, arrivals } from './arrivals.ts';
import type { DeliveryFacts } from './facts.ts';
import type { Period } from './period.ts';
import { rolledBack } from './rolled-back.ts';
import { sliceWithin } from './slice-within.ts';
import { type Trouble, type TroubleClues, troubles } from './trouble.ts';
import { unplannedDeployments } from './unplanned.ts';

/** A deployment, rollback or migration, and what metrics count of it. */
export interface LoggedEvent {
  event: DeploymentEvent;
  /** Milliseconds: its end, which says to what period it belongs; its beginning while nobody knows an end. */
  at: number;
  kind: DeploymentKind;
  outcome: DeploymentOutcome;
  /** What a deployment needed intervention for; null where none is known, and for all but deployments. */
  trouble: Trouble | null;
  /** An incident forced it: a deployment of an emergency release, or a rollback that says so. */
  isRework: boolean;
  /** A rollback of a release whose deployment no record shows. */
  isUnmatched: boolean;
}

/** What happened in one environment of one product. */
export interface DeliveryLog {
  /** In the order of the moments that they are counted at. */
  events: readonly LoggedEvent[];
  /** In the order of their moments. */
  arrivals: readonly Arrival[];
}

/**
 * Reads a timeline once, so that any number of periods can be measured. What came of a deployment later (a rollback,
 * an emergency release) counts with the deployment, however much later it was.
 */
export function deliveryLog(timeline: readonly DeploymentEvent[], facts: DeliveryFacts): DeliveryLog {
  const clues = {
    rolledBack: rolledBack(timeline),
    unplanned: unplannedDeployments(timeline, facts),
    facts,
  };
  const found = troubles(timeline, clues);
  return {
    events: timeline
      .map((event) => logged(event, found.get(event) ?? null, clues))
      .sort((a, b) => a.at - b.at),
    arrivals: arrivals(timeline, facts),
  };
}

/** The part of a log that belongs to a period. */
export function logWithin({ events, arrivals }: DeliveryLog, period: Period): DeliveryLog {
  return {
    events: sliceWithin(events, period),
    arrivals: sliceWithin(arrivals, period),
  };
}

function logged(event: DeploymentEvent, trouble: Trouble | null, clues: TroubleClues): LoggedEvent {
  const { kind, outcome } = event.record.data;
  return {
    ...{ event, kind, outcome, trouble },
    at: Number.isFinite(event.settled) ? event.settled : event.began,
    isRework: clues.unplanned.deployments.has(event) || isForced(event),
    isUnmatched: clues.rolledBack.unmatched.has(event),
  };
}

/** A person who rolls back for reasons of their own is forced by nothing, unless an incident is named. */
function isForced({ record }: DeploymentEvent): boolean {
  const { rollback } = record.data;
  if (rollback === undefined) return false;
  const trigger = rollback.trigger?.kind;
  return trigger === 'incident' || trigger === 'metric' || rollback.incident !== undefined;
}
