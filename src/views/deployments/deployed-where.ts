import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import { DEPLOYED } from '../deployment-texts.ts';
import { linkPart, markPart, timePart } from '../fact-view.ts';
import { environmentPath } from '../paths.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { eventHref } from './deployment-links.ts';
import { DEPLOYMENT_MARKS } from './deployment-marks.ts';
import { type EnvironmentNow, environmentName, type ProductEnvironments } from './environment-now.ts';
import { nameOf } from './history-rows.ts';

/** Rows on a dossier, which has much else to show. */
const ROOM = 12;

/** Where and when a release was deployed. */
export interface DeployedWhere {
  /** Null where it was not, as far as the ledger knows. */
  table: TableView | null;
  /** How many deployments there was no room for. */
  further: number;
}

/** What is asked about a product and its environments. */
export interface DeployedProduct extends Pick<ProductEnvironments, 'product' | 'policy'> {
  environments: readonly Pick<EnvironmentNow, 'environment' | 'timeline'>[];
}

interface Where {
  event: DeploymentEvent;
  environment: EnvironmentNow['environment'];
}

/** Deployments of a release, and rollbacks that took it away; the newest first. */
export function deployedWhere(version: string, product: DeployedProduct): DeployedWhere {
  const all = product.environments
    .flatMap(({ environment, timeline }) =>
      timeline
        .filter((event) => concernedBy(event).includes(version))
        .map((event): Where => ({ event, environment })),
    )
    .sort((a, b) => b.event.began - a.event.began);
  if (all.length === 0) return { table: null, further: 0 };
  const { environment, at, what, outcome } = DEPLOYED.columns;
  return {
    table: {
      caption: DEPLOYED.caption,
      columns: columnsOf([environment, at, what, outcome]),
      rows: all.slice(0, ROOM).map((each) => rowOf(each, version, product)),
    },
    further: Math.max(0, all.length - ROOM),
  };
}

/** The releases that a deployment brought or took away. */
export function concernedBy({ record: { data } }: DeploymentEvent): string[] {
  return [...new Set([data.version, ...(data.rollback?.from ? [data.rollback.from] : [])])];
}

function rowOf(
  { event, environment }: Where,
  version: string,
  { product, policy }: DeployedProduct,
): CellView[] {
  const { data } = event.record;
  const isTaken = data.version !== version;
  return [
    [linkPart(environmentName(environment), environmentPath(product, environment.id))],
    [timePart(momentOf(data.at, policy.timeZone))],
    [linkPart(nameOf(data), eventHref(event))],
    [
      { is: 'mark', mark: DEPLOYMENT_MARKS[data.kind][data.outcome] },
      ...(isTaken && data.outcome === 'succeeded' ? [markPart('danger', '⊘', DEPLOYED.taken)] : []),
    ],
  ];
}
