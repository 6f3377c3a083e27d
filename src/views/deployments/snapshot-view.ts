import { type Drift, driftAt } from '../../history/deployments/drift.ts';
import { type Running, runningAt } from '../../history/deployments/running.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import { toInstant } from '../../history/product-clock.ts';
import { DEPLOYMENT, ENVIRONMENT, ENVIRONMENTS } from '../deployment-texts.ts';
import { type FactPart, idPart, linkPart, textPart, timePart } from '../fact-view.ts';
import { type LineList, listOf } from '../stages/measured-block.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { eventHref } from './deployment-links.ts';
import { DRIFT_MARKS } from './deployment-marks.ts';
import { type EnvironmentThen, environmentName, type ProductThen } from './environment-now.ts';
import { nameOf } from './history-rows.ts';
import { inModuleOrder } from './module-order.ts';

/** What ran in an environment at a moment of its past, beside what its neighbours ran. */
export interface SnapshotView {
  title: string;
  lead: string;
  /** Null where nothing is known to have run. */
  table: TableView | null;
  further: LineList[];
}

/** Rows beside everything else of a deployment, below 2,500 DOM nodes. */
const ROOM = 20;
const DIGEST = 19;

interface Neighbour {
  name: string;
  running: Running;
  drift: readonly Drift[];
}

/** What ran right after a deployment; while it is under way, what ran when it began. */
export function snapshotView(
  event: DeploymentEvent,
  now: EnvironmentThen,
  product: ProductThen,
): SnapshotView {
  const ended = Number.isFinite(event.settled);
  const moment = ended ? event.settled : event.began;
  const running = runningAt(now.timeline, moment);
  const { timeZone } = product.policy;
  const told = momentOf(toInstant(moment), timeZone).shown;
  const ids = inModuleOrder(running.modules.keys(), product.policy);
  const neighbours = neighboursOf(now, product).map((each) =>
    neighbourAt(each, now, running, moment, product),
  );
  return {
    title: ended ? DEPLOYMENT.snapshot : DEPLOYMENT.snapshotBefore,
    lead: ended ? DEPLOYMENT.snapshotLead(told) : DEPLOYMENT.snapshotRunning,
    table: ids.length === 0 ? null : tableOf(ids.slice(0, ROOM), running, neighbours, timeZone),
    further: listOf(
      ENVIRONMENTS.further(ids.length - ROOM),
      ids.slice(ROOM).map((id) => `${id}  ${running.modules.get(id)?.module.version}`),
    ),
  };
}

/** The environments that a release passes before and after this one. */
function neighboursOf({ environment }: EnvironmentThen, { environments }: ProductThen) {
  const index = environments.findIndex((each) => each.environment.id === environment.id);
  return [environments[index - 1], environments[index + 1]].filter((each) => each !== undefined);
}

function neighbourAt(
  { environment, timeline }: EnvironmentThen,
  here: EnvironmentThen,
  runsHere: Running,
  moment: number,
  { environments }: ProductThen,
): Neighbour {
  const running = runningAt(timeline, moment);
  const sides = [
    { id: environment.id, timeline: whatMadeIt(running) },
    { id: here.environment.id, timeline: whatMadeIt(runsHere) },
  ];
  const isEarlier = environments.findIndex((each) => each.timeline === timeline) < environments.indexOf(here);
  const drift = driftAt(isEarlier ? sides : sides.reverse(), moment);
  return { name: environmentName(environment), running, drift };
}

/** The deployments that what runs is made of: all that a comparison needs, however long the history is. */
function whatMadeIt({ modules }: Running): DeploymentEvent[] {
  return [...new Set([...modules.values()].map(({ event }) => event))].sort((a, b) => a.began - b.began);
}

function tableOf(
  ids: readonly string[],
  running: Running,
  neighbours: readonly Neighbour[],
  timeZone: string,
): TableView {
  const { module, version, digest, by } = ENVIRONMENT.columns;
  const names = neighbours.map(({ name }) => name);
  return {
    caption: DEPLOYMENT.snapshot,
    columns: columnsOf([module, version, digest, by, ...names]),
    rows: ids.map((id) => rowOf(id, running, neighbours, timeZone)),
  };
}

function rowOf(id: string, running: Running, neighbours: readonly Neighbour[], timeZone: string): CellView[] {
  const found = running.modules.get(id);
  if (found === undefined) return [[textPart(id)]];
  const { module, event } = found;
  return [
    [textPart(id)],
    [textPart(module.version)],
    [module.digest === undefined ? textPart(ENVIRONMENT.unknownImage) : idPart(module.digest, DIGEST)],
    [
      linkPart(nameOf(event.record.data), eventHref(event)),
      timePart(momentOf(toInstant(event.settled), timeZone)),
    ],
    ...neighbours.map((neighbour) => thereCell(id, neighbour)),
  ];
}

/** Where nothing had been deployed yet, nothing differs. */
function thereCell(id: string, { running, drift }: Neighbour): CellView {
  if (running.modules.size === 0) return [textPart(ENVIRONMENTS.nothing)];
  const version = running.modules.get(id)?.module.version ?? ENVIRONMENTS.notThere;
  const found = drift.find(({ module }) => module === id);
  const mark: FactPart[] = found === undefined ? [] : [{ is: 'mark', mark: DRIFT_MARKS[found.kind] }];
  return [textPart(version), ...mark];
}
