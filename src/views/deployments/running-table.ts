import type { RunningModule } from '../../history/deployments/running.ts';
import { toInstant } from '../../history/product-clock.ts';
import { ENVIRONMENT, ENVIRONMENTS } from '../deployment-texts.ts';
import { idPart, linkPart, textPart, timePart } from '../fact-view.ts';
import { type LineList, listOf } from '../stages/measured-block.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { eventHref } from './deployment-links.ts';
import { driftNote } from './drift-table.ts';
import type { EnvironmentNow, ProductEnvironments } from './environment-now.ts';
import { inModuleOrder } from './module-order.ts';

/** Rows beside a plan and a page of history, below 2,500 DOM nodes. */
const ROOM = 16;
/** Digits of a digest, its algorithm among them. */
const DIGEST = 19;

/** The modules that run in an environment, and those for which there is no room. */
export function runningTable(
  now: EnvironmentNow,
  product: ProductEnvironments,
): { table: TableView; further: LineList[] } {
  const { module, version, digest, chart, revision, since } = ENVIRONMENT.columns;
  const ids = inModuleOrder(now.running.modules.keys(), product.policy);
  const found = ids.flatMap((id) => now.running.modules.get(id) ?? []);
  const lines = found.slice(ROOM).map(lineOf);
  return {
    table: {
      caption: ENVIRONMENT.modules,
      columns: columnsOf([module, version, ENVIRONMENTS.drift.title, digest, chart, revision, since]),
      rows: found.slice(0, ROOM).map((each) => rowOf(each, now, product)),
    },
    further: listOf(ENVIRONMENTS.further(lines.length), lines),
  };
}

function rowOf(
  { module, event }: RunningModule,
  { environment }: EnvironmentNow,
  product: ProductEnvironments,
): CellView[] {
  const drift = driftNote(module.id, environment.id, product);
  return [
    [textPart(module.id)],
    [linkPart(module.version, eventHref(event))],
    drift === null ? [textPart('–')] : [{ is: 'mark', mark: drift.mark }, textPart(drift.text)],
    [module.digest === undefined ? textPart(ENVIRONMENT.unknownImage) : idPart(module.digest, DIGEST)],
    [textPart(module.chart ?? '–')],
    [textPart(module.revision?.toString() ?? '–')],
    [timePart(momentOf(toInstant(event.settled), product.policy.timeZone))],
  ];
}

function lineOf({ module }: RunningModule): string {
  return [module.id, module.version, module.digest ?? ENVIRONMENT.unknownImage].join('  ');
}
