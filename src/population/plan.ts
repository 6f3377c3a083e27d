import type { EnvironmentTimeline } from '../history/deployments/drift.ts';
import type { DeploymentEvent } from '../history/deployments/timeline.ts';
import { type CarriedChange, type Carrier, carrierFor, isSuccess } from './carried.ts';
import type { ProductRecords } from './product-records.ts';
import { isWithin, type PopulationQuery } from './query.ts';

/** A row before its evidence is read: a change, and the deployment that first brought it. */
export interface PlannedRow {
  /** "director/production/20260921T113500Z-1.25.0/director-461": the same for ever, and safe in a shell. */
  id: string;
  product: string;
  environment: string;
  event: DeploymentEvent;
  /** The release that has the change in its range; the deployed one contains it. */
  release: string;
  /** Null where a deployment brought what the ledger does not know. */
  change: string | null;
  module: string | null;
  /** Earlier deployments of the same release that did not succeed. */
  attempts: readonly DeploymentEvent[];
}

type Period = Pick<PopulationQuery, 'from' | 'to'>;

/** What rows of one environment are made of. */
interface Planning {
  product: string;
  environment: string;
  carrier: Carrier;
  /** Changes that have come: one that several releases have is one. The last of these sets is this one's own. */
  there: readonly Set<string>[];
  /** Deployments without success, by the release. */
  failures: ReadonlyMap<string, DeploymentEvent[]>;
}

/**
 * The changes that came to an environment in a period, each once: with the success that began first of those that
 * brought it, else with the first deployment that tried to and failed, still runs, or of whose end nobody knows. When
 * they began is told by their own records, as the period is, and what began after it is not looked at: a later
 * deployment moves no row of an earlier period.
 */
export function plannedRows(
  environment: EnvironmentTimeline,
  records: ProductRecords,
  period: Period,
): PlannedRow[] {
  return plannedRowsOf(environment, records, [period]).get(period) ?? [];
}

/**
 * The same for several periods at once. Successes are walked once for all of them: what they brought is the same
 * whatever came later. What else had begun when a period ended is walked from there.
 */
export function plannedRowsOf<Each extends Period>(
  { id: environment, timeline }: EnvironmentTimeline,
  records: ProductRecords,
  periods: readonly Each[],
): Map<Each, PlannedRow[]> {
  const sorted = [...timeline].sort(byRecord);
  const open = sorted.filter((event) => !isSuccess(event));
  const failures = Map.groupBy(open, ({ record }) => record.data.version);
  const carrier = carrierFor(records, failures);
  const { product } = records.policy;
  const planning: Planning = { product, environment, carrier, failures, there: [new Set()] };
  const walk = walkOf(sorted.filter(isSuccess), planning);
  const rows = new Map<Each, PlannedRow[]>();
  for (const period of periods.toSorted((a, b) => compare(a.to, b.to))) {
    const done = walk(period);
    const fork = { ...planning, carrier: carrier.fork(), there: [...planning.there, new Set<string>()] };
    const tried = open
      .filter(({ record }) => record.data.at < period.to)
      .flatMap((event) => broughtBy(event, fork));
    const all = [...done, ...tried.filter(({ event }) => isWithin(event.record.data.at, period))];
    rows.set(period, all.sort(inOrder));
  }
  return rows;
}

/** Walks on to the end of a period, each later than the one before, and tells what was brought within it. */
function walkOf(done: readonly DeploymentEvent[], planning: Planning): (period: Period) => PlannedRow[] {
  const brought: PlannedRow[] = [];
  let next = 0;
  return (period) => {
    for (
      let event = done[next];
      event !== undefined && event.record.data.at < period.to;
      event = done[next]
    ) {
      brought.push(...broughtBy(event, planning));
      next += 1;
    }
    return brought.filter(({ event }) => isWithin(event.record.data.at, period));
  };
}

function broughtBy(event: DeploymentEvent, planning: Planning): PlannedRow[] {
  return planning.carrier.carry(event).flatMap((carried) => {
    const key = carried.change ?? `release ${carried.release}`;
    if (planning.there.some((changes) => changes.has(key))) return [];
    planning.there.at(-1)?.add(key);
    return carried.isNews ? [planned(event, carried, planning)] : [];
  });
}

function planned(event: DeploymentEvent, carried: CarriedChange, planning: Planning): PlannedRow {
  const { product, environment, failures } = planning;
  const { release, change, module } = carried;
  const tried = [...new Set([event.record.data.version, release])].flatMap(
    (version) => failures.get(version) ?? [],
  );
  const attempts = tried.filter(({ record }) => record.data.at < event.record.data.at).sort(byRecord);
  const id = `${product}/${environment}/${nameOf(event)}/${change ?? 'unproven'}`;
  return { id, product, environment, event, release, change, module, attempts };
}

/** The name of a deployment's record. */
function nameOf({ record }: DeploymentEvent): string {
  return record.path.replace(/^.*\/|\.md$/g, '');
}

function inOrder(a: PlannedRow, b: PlannedRow): number {
  return byRecord(a.event, b.event) || compare(a.id, b.id);
}

function byRecord({ record: a }: DeploymentEvent, { record: b }: DeploymentEvent): number {
  return compare(a.data.at, b.data.at) || compare(a.path, b.path);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
