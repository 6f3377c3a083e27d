import { orderFindings } from '../../history/deployments/deploy-order.ts';
import { placeOf } from '../../history/deployments/place.ts';
import type { Running } from '../../history/deployments/running.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import type { Note, Policy } from '../../records/index.ts';
import { DEPLOYMENT } from '../deployment-texts.ts';
import { type FactPart, type FactView, factsOf, linkPart, textPart, timePart } from '../fact-view.ts';
import { momentOf } from '../time-view.ts';
import { deploymentFacts } from './deployment-facts.ts';
import { eventHref } from './deployment-links.ts';
import { DEPLOYMENT_MARKS } from './deployment-marks.ts';
import type { EnvironmentThen, ProductThen } from './environment-now.ts';
import { type FindingList, findingList } from './finding-view.ts';
import { nameOf } from './history-rows.ts';
import { type RollbackView, rollbackView } from './rollback-view.ts';
import { type SnapshotView, snapshotView } from './snapshot-view.ts';
import { whatRanBefore } from './what-ran-before.ts';

/** A deployment with what ran at that time, and a little later, in all environments. */
export interface DeploymentThen {
  event: DeploymentEvent;
  now: EnvironmentThen;
  product: ProductThen;
  /** The public note of the release that a rollback took away. */
  note: Note | null;
}

/** All that other deployments say of one: its release's dossier need not be opened for it. */
export interface DeploymentAround {
  facts: FactView[];
  /** What ran there before it. */
  before: Running;
  next: DeploymentEvent | null;
  order: { findings: FindingList; fine: string };
  snapshot: SnapshotView;
  rollback: RollbackView | null;
}

/** What is known of a deployment by those around it. */
export function deploymentAround({ event, now, product, note }: DeploymentThen): DeploymentAround {
  const before = whatRanBefore(event, now.timeline);
  const place = placeOf(event, now.timeline);
  const [last = null, next = null] = [now.timeline[place - 1], now.timeline[place + 1]];
  const rollback = now.rollbacks.find((each) => each.event === event);
  return {
    ...{ before, next },
    facts: [...deploymentFacts(event, product), ...aroundFacts(last, next, product.policy.timeZone)],
    order: orderView(event, now, product),
    snapshot: snapshotView(event, now, product),
    rollback: rollback === undefined ? null : rollbackView(rollback, before, note, now, product),
  };
}

function orderView(
  event: DeploymentEvent,
  { timeline }: EnvironmentThen,
  { policy }: ProductThen,
): DeploymentAround['order'] {
  // Its record is this page: a link would lead nowhere else.
  const findings = orderFindings(event, timeline, policy).map((finding) => ({ ...finding, record: null }));
  return {
    findings: findingList(findings, policy.timeZone),
    fine: orderWords(event, policy),
  };
}

/** Why nothing speaks against the order. */
function orderWords({ record }: DeploymentEvent, { modules }: Policy): string {
  const { outcome } = record.data;
  if (modules.every(({ dependsOn }) => dependsOn === undefined)) return DEPLOYMENT.noOrder;
  return outcome === 'failed' || outcome === 'unknown' ? DEPLOYMENT.orderUnknown : DEPLOYMENT.orderFine;
}

/** What came before it in this environment, and what after. */
function aroundFacts(
  before: DeploymentEvent | null,
  after: DeploymentEvent | null,
  timeZone: string,
): FactView[] {
  const words = DEPLOYMENT.around;
  return factsOf(
    [words.before, before === null ? textPart(words.first) : eventParts(before, timeZone)],
    [words.after, after === null ? textPart(words.last) : eventParts(after, timeZone)],
  );
}

function eventParts(event: DeploymentEvent, timeZone: string): FactPart[] {
  const { data } = event.record;
  return [
    { is: 'mark', mark: DEPLOYMENT_MARKS[data.kind][data.outcome] },
    linkPart(nameOf(data), eventHref(event)),
    timePart(momentOf(data.at, timeZone)),
  ];
}
