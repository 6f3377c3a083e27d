import { orderFindings } from '../../history/deployments/deploy-order.ts';
import { placeOf } from '../../history/deployments/place.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import type { Note, Policy } from '../../records/index.ts';
import { isBlessedOnly } from '../../records/process.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { shippingOf } from '../../verdict/shipping.ts';
import { DEPLOYMENT } from '../deployment-texts.ts';
import { type FactPart, type FactView, factsOf, linkPart, textPart, timePart } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import type { EvidenceLinks } from '../stages/attempt-view.ts';
import type { LineList } from '../stages/measured-block.ts';
import type { TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import type { ArgumentView } from '../votes/vote-view.ts';
import { type ChecksView, checkViews } from './check-views.ts';
import { deployedModules } from './deployed-modules.ts';
import { deploymentFacts, rolloutTable } from './deployment-facts.ts';
import { eventHref } from './deployment-links.ts';
import { DEPLOYMENT_MARKS } from './deployment-marks.ts';
import type { EnvironmentThen, ProductThen } from './environment-now.ts';
import { type FindingList, findingList } from './finding-view.ts';
import { nameOf } from './history-rows.ts';
import { type JudgementView, judgementView } from './judgement-view.ts';
import { proseView } from './prose-view.ts';
import { type RollbackView, rollbackView } from './rollback-view.ts';
import { type SnapshotView, snapshotView } from './snapshot-view.ts';
import { type FileLinks, type SourcesView, sourcesView } from './source-table.ts';
import { type VotesThen, votesThen } from './votes-then.ts';
import { whatRanBefore } from './what-ran-before.ts';

/** Everything that a deployment's page is made of. */
export interface DeploymentSources {
  event: DeploymentEvent;
  now: EnvironmentThen;
  product: ProductThen;
  /** Of the release that was deployed; null where the ledger has none. */
  dossier: Dossier | null;
  /** Of the release that a rollback took away. */
  taken: { dossier: Dossier | null; note: Note | null };
  evidence: EvidenceLinks;
  files: FileLinks;
}

/** A deployment as auditors see it. */
export interface DeploymentPage {
  title: string;
  mark: MarkView;
  facts: FactView[];
  /** What somebody wrote: for a rollback, why. */
  said: ArgumentView;
  isPart: boolean;
  rollout: TableView | null;
  modules: { table: TableView; further: LineList[] };
  sources: SourcesView;
  /** Null where the ledger has no dossier of the release. */
  judgement: JudgementView | null;
  /** Nothing had to be blessed here. */
  anyMayRun: boolean;
  order: { findings: FindingList; fine: string };
  checks: ChecksView;
  snapshot: SnapshotView;
  around: FactView[];
  rollback: (RollbackView & { votes: VotesThen | null }) | null;
  path: string;
}

/** A deployment with everything that is known of it, then and now. */
export function deploymentPage(from: DeploymentSources): DeploymentPage {
  const { event, now, product, dossier, evidence, files } = from;
  const { data, body, path } = event.record;
  const { timeZone } = product.policy;
  const before = whatRanBefore(event, now.timeline);
  const place = placeOf(event, now.timeline);
  const next = now.timeline[place + 1] ?? null;
  return {
    title: DEPLOYMENT.title(data.kind, data.version),
    mark: DEPLOYMENT_MARKS[data.kind][data.outcome],
    facts: deploymentFacts(event, product),
    said: proseView(body),
    isPart: data.part === true,
    rollout: rolloutTable(data, timeZone),
    modules: deployedModules(event.record, before, dossier && shippingOf(dossier)),
    sources: sourcesView(data, timeZone, files),
    judgement: dossier && judgementView(data, dossier),
    anyMayRun: !isBlessedOnly(now.environment),
    order: orderView(event, now, product),
    checks: checkViews(event, next, dossier?.stages ?? [], timeZone, evidence),
    snapshot: snapshotView(event, now, product),
    around: aroundFacts(now.timeline[place - 1] ?? null, next, timeZone),
    rollback: rollbackPart(from, before),
    path,
  };
}

function orderView(
  event: DeploymentEvent,
  { timeline }: EnvironmentThen,
  { policy }: ProductThen,
): DeploymentPage['order'] {
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

function rollbackPart(
  { event, now, product, taken }: DeploymentSources,
  before: ReturnType<typeof whatRanBefore>,
): DeploymentPage['rollback'] {
  const rollback = now.rollbacks.find((each) => each.event === event);
  if (rollback === undefined) return null;
  return {
    ...rollbackView(rollback, before, taken.note, now, product),
    votes: taken.dossier && votesThen(taken.dossier, event.record.data.at),
  };
}
