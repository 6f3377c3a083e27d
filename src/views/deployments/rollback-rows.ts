import type { RollbackEvent } from '../../history/deployments/rollbacks.ts';
import type { Environment, Policy } from '../../records/index.ts';
import { linkPart, textPart, timePart } from '../fact-view.ts';
import { type ListPages, settledPages } from '../paging/settled-pages.ts';
import { environmentPath } from '../paths.ts';
import { ROLLBACKS } from '../rollback-texts.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { eventHref } from './deployment-links.ts';
import { DEPLOYMENT_MARKS } from './deployment-marks.ts';
import { environmentName, type ProductEnvironments } from './environment-now.ts';
import { nameOf } from './history-rows.ts';
import { firstLine } from './prose-view.ts';
import { faultMark, secondsText } from './rollback-view.ts';
import { triggerText } from './trigger-text.ts';

/** A rollback, and where it was. */
export interface ProductRollback {
  product: Pick<ProductEnvironments, 'product' | 'name'> & { policy: Pick<Policy, 'timeZone'> };
  environment: Environment;
  rollback: Pick<RollbackEvent, 'event' | 'recoverySeconds'>;
}

/** Rows that fill a page: twice as many stay below 2,500 DOM nodes. */
const ROLLBACKS_PER_PAGE = 40;

/** Rollbacks, the newest first, as pages. */
export function rollbackPages(rollbacks: readonly ProductRollback[]): ListPages<ProductRollback[]> {
  return settledPages(rollbacks, ROLLBACKS_PER_PAGE);
}

/** Rollbacks of one product as a table. */
export function rollbackTable(rollbacks: readonly ProductRollback[], caption: string): TableView {
  const { at, environment, what, fault, recovery, trigger, reason } = ROLLBACKS.columns;
  const columns = columnsOf([at, environment, what, fault, recovery, trigger, reason]);
  return { caption, columns, rows: rollbacks.map(rowOf) };
}

/** Rollbacks of several products: each row names its own, behind the time. */
export function namedRollbackTable(rollbacks: readonly ProductRollback[], caption: string): TableView {
  const { columns, rows } = rollbackTable(rollbacks, caption);
  const names = rollbacks.map(({ product }): CellView => [textPart(product.name)]);
  return {
    caption,
    columns: columns.toSpliced(1, 0, { text: ROLLBACKS.columns.product }),
    rows: rows.map((row, index) => row.toSpliced(1, 0, names[index] ?? [])),
  };
}

function rowOf({ product, environment, rollback }: ProductRollback): CellView[] {
  const { event, recoverySeconds } = rollback;
  const { data, body } = event.record;
  return [
    [timePart(momentOf(data.at, product.policy.timeZone))],
    [linkPart(environmentName(environment), environmentPath(product.product, environment.id))],
    [
      linkPart(nameOf(data), eventHref(event)),
      { is: 'mark', mark: DEPLOYMENT_MARKS[data.kind][data.outcome] },
    ],
    [{ is: 'mark', mark: faultMark(data.rollback ?? {}) }],
    [textPart(secondsText(recoverySeconds))],
    [textPart(triggerText(data) ?? ROLLBACKS.unsaid)],
    [textPart(firstLine(body) ?? ROLLBACKS.noReason)],
  ];
}
