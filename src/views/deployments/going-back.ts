import type { KnownGood, LastKnownGood } from '../../history/deployments/last-known-good.ts';
import type { RollbackPlan, RollbackStep } from '../../history/deployments/rollback-plan.ts';
import { ENVIRONMENT, ENVIRONMENTS } from '../deployment-texts.ts';
import { codePart, linkPart, textPart } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { type LineList, listOf } from '../stages/measured-block.ts';
import { type CellView, columnsOf, type TableView } from '../table-view.ts';
import { momentOf, type TimeView } from '../time-view.ts';
import { plainTimes } from '../verdict/plain-times.ts';
import { recordPlace } from '../verdict/record-links.ts';
import { eventHref } from './deployment-links.ts';
import { environmentHead } from './environment-head.ts';
import type { EnvironmentNow, ProductEnvironments } from './environment-now.ts';
import { type FindingList, type FindingView, findingList, findingViews } from './finding-view.ts';
import { releaseHref } from './release-link.ts';

/** A release that may be put back. */
export interface TargetView {
  version: string;
  /** Its dossier. */
  href: string | null;
  /** Its last deployment here. */
  ran: { time: TimeView; href: string };
  because: string[];
}

/** A newer release that may not be put back. */
export interface RefusedView {
  version: string;
  href: string | null;
  because: FindingView[];
}

/** How to go back from what runs. */
export interface GoingBackView {
  mark: MarkView;
  from: string | null;
  target: TargetView | null;
  /** Null where there is no plan. */
  steps: { table: TableView; further: LineList[] } | null;
  blockers: FindingList;
  warnings: FindingList;
  /** Empty where customers are not concerned. */
  customers: string;
  command: string;
  refused: RefusedView[];
  furtherRefused: LineList[];
}

/** Steps and refused releases beside a page of history, below 2,500 DOM nodes. */
const STEPS = 16;
const REFUSED = 6;
const REASONS = 5;
/** Refused releases of which even the lines would fill the page. */
const LINES = 200;

/** The last known good release before what runs, how to put it back, and what speaks against it. */
export function goingBack(now: EnvironmentNow, product: ProductEnvironments): GoingBackView {
  const { back, plan, environment, running } = now;
  const { timeZone } = product.policy;
  const refused = back.refused.map((each) => refusedView(each, product));
  const lines = refused.slice(REFUSED, REFUSED + LINES).map(refusedLine);
  return {
    mark: environmentHead(now, product).back.mark,
    from: running.last?.record.data.version ?? null,
    target: back.good && targetView(back.good, product),
    steps: plan && stepTable(plan, now),
    blockers: findingList(plan?.blockers ?? [], timeZone),
    warnings: findingList(plan?.warnings ?? [], timeZone),
    customers: plan?.customers ?? '',
    command: `npm run -s ledger -- rollback-plan --product ${product.product} --environment ${environment.id}`,
    refused: refused.slice(0, REFUSED),
    furtherRefused: listOf(ENVIRONMENT.furtherRefused(refused.length - REFUSED), lines),
  };
}

function targetView({ version, event, because }: KnownGood, product: ProductEnvironments): TargetView {
  const { timeZone } = product.policy;
  return {
    version,
    href: releaseHref(version, product),
    ran: { time: momentOf(event.record.data.at, timeZone), href: eventHref(event) },
    because: because.map((text) => plainTimes(text, timeZone)),
  };
}

function refusedView(
  { version, because }: LastKnownGood['refused'][number],
  product: ProductEnvironments,
): RefusedView {
  return {
    version,
    href: releaseHref(version, product),
    because: findingViews(because, product.policy.timeZone).slice(0, REASONS),
  };
}

function refusedLine({ version, because }: RefusedView): string {
  return `${version}: ${because.map(({ text }) => text).join('; ')}`;
}

function stepTable({ steps }: RollbackPlan, { running }: EnvironmentNow): GoingBackView['steps'] {
  const { order, module, now, to, digest, chart, revision, record } = ENVIRONMENT.stepColumns;
  const runs = (id: string): string => running.modules.get(id)?.module.version ?? ENVIRONMENTS.notThere;
  const lines = steps.slice(STEPS).map(stepLine);
  return {
    table: {
      caption: ENVIRONMENT.steps,
      columns: columnsOf([order, module, now, to, digest, chart, revision, record]),
      rows: steps.slice(0, STEPS).map((step) => stepRow(step, runs(step.module))),
    },
    further: listOf(ENVIRONMENTS.further(lines.length), lines),
  };
}

/** The digest stands in full: it is what one copies. */
function stepRow(
  { order, module, version, digest, chart, revision, record }: RollbackStep,
  now: string,
): CellView[] {
  const href = recordPlace(record);
  const name = record.replace(/^.*\//, '').replace(/\.md$/, '');
  return [
    [textPart(`${order}.`)],
    [textPart(module)],
    [textPart(now)],
    [textPart(version)],
    [digest === null ? textPart(ENVIRONMENT.unknownImage) : codePart(digest)],
    [textPart(chart ?? '–')],
    [textPart(revision?.toString() ?? '–')],
    [href === null ? textPart(name) : linkPart(name, href)],
  ];
}

function stepLine({ order, module, version, digest, chart, revision }: RollbackStep): string {
  const told = [chart, revision === null ? null : `${ENVIRONMENT.helmRevision} ${revision}`];
  return [`${order}.`, module, version, digest ?? ENVIRONMENT.unknownImage, ...told.filter(Boolean)].join(
    '  ',
  );
}
