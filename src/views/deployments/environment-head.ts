import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import { toInstant } from '../../history/product-clock.ts';
import { ENVIRONMENTS } from '../deployment-texts.ts';
import { type FactPart, linkPart, markPart, textPart } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { environmentPath } from '../paths.ts';
import type { CellView } from '../table-view.ts';
import { momentOf, type TimeView } from '../time-view.ts';
import { VERDICT, VERDICT_MARKS } from '../verdict-texts.ts';
import { ageText } from './age-text.ts';
import { eventHref } from './deployment-links.ts';
import { DEPLOYMENT_MARKS, PLAN_MARKS, STATE_MARKS } from './deployment-marks.ts';
import { type EnvironmentNow, environmentName, type ProductEnvironments } from './environment-now.ts';
import { releaseHref, versionPart } from './release-link.ts';

/** An environment in short: what the matrix, its page and the board begin with. */
export interface EnvironmentHead {
  id: string;
  name: string;
  href: string;
  production: boolean;
  /** False where nothing was ever deployed. */
  deployed: boolean;
  /** The release that runs, its dossier and since when; null where none is known to. */
  release: { version: string; href: string | null; verdict: MarkView; since: TimeView; age: string } | null;
  /** Under way, in doubt, of several releases: what everybody has to know. Each with its deployment. */
  states: { mark: MarkView; what: string; href: string | null }[];
  /** The last known good release; null where none is known. */
  good: { version: string; href: string | null; runs: boolean } | null;
  /** What one would go back to. */
  back: BackView;
}

/** The way back in short. */
export interface BackView {
  version: string | null;
  /** The dossier of that release. */
  href: string | null;
  /** Where the plan stands. */
  plan: string;
  mark: MarkView;
}

/** Deployments under way, or in doubt, that are named. */
const SHOWN_STATES = 3;

/** Where an environment's page has the plan. */
export const PLAN_ANCHOR = 'going-back';

/** An environment in short. */
export function environmentHead(now: EnvironmentNow, product: ProductEnvironments): EnvironmentHead {
  const { environment, timeline, running, known } = now;
  const version = running.last?.record.data.version ?? null;
  return {
    id: environment.id,
    name: environmentName(environment),
    href: environmentPath(product.product, environment.id),
    production: environment.production,
    deployed: timeline.length > 0,
    release: releaseOf(running.last, product),
    states: statesOf(now, product),
    good: known.good && {
      version: known.good.version,
      href: releaseHref(known.good.version, product),
      runs: known.good.version === version,
    },
    back: backView(now, product),
  };
}

function releaseOf(last: DeploymentEvent | null, product: ProductEnvironments): EnvironmentHead['release'] {
  if (last === null) return null;
  const { version } = last.record.data;
  return {
    version,
    href: releaseHref(version, product),
    verdict: verdictMark(version, product),
    since: momentOf(toInstant(last.settled), product.policy.timeZone),
    age: ageText(product.now - last.settled),
  };
}

/** The verdict on a release now; a release without a dossier has none. */
export function verdictMark(
  version: string,
  { verdictOf }: Pick<ProductEnvironments, 'verdictOf'>,
): MarkView {
  const verdict = verdictOf(version);
  return verdict === null ? { kind: 'caution', mark: '?', text: VERDICT.noPolicy } : VERDICT_MARKS[verdict];
}

function statesOf(now: EnvironmentNow, { product }: ProductEnvironments): EnvironmentHead['states'] {
  const { running, listed, timeline, environment } = now;
  const history = `${environmentPath(product, environment.id)}#history`;
  const only = (mark: MarkView) => ({ mark, what: '', href: null });
  return [
    ...statesAs(STATE_MARKS.underWay, running.underWay, history),
    ...statesAs(STATE_MARKS.inDoubt, running.inDoubt, history),
    ...(running.mixed ? [only(STATE_MARKS.mixed)] : []),
    ...(listed || timeline.length === 0 ? [] : [only(STATE_MARKS.unlisted)]),
  ];
}

/** The newest deployments in a state; the others stand in the history. */
function statesAs(
  mark: MarkView,
  events: readonly DeploymentEvent[],
  history: string,
): EnvironmentHead['states'] {
  const newest = events.toReversed();
  const more = newest.length - SHOWN_STATES;
  return [
    ...newest.slice(0, SHOWN_STATES).map((event) => ({ mark, what: whatOf(event), href: eventHref(event) })),
    ...(more > 0 ? [{ mark, what: ENVIRONMENTS.more(more), href: history }] : []),
  ];
}

/** "1.26.3: deployment failed". */
function whatOf({ record: { data } }: DeploymentEvent): string {
  return `${data.version}: ${DEPLOYMENT_MARKS[data.kind][data.outcome].text}`;
}

function backView({ environment, back, plan }: EnvironmentNow, product: ProductEnvironments): BackView {
  const version = back.good?.version ?? null;
  // The same sentence about two records is one thing to clear up.
  const blockers = new Set(plan?.blockers.map(({ text }) => text)).size;
  return {
    version,
    href: version === null ? null : releaseHref(version, product),
    plan: `${environmentPath(product.product, environment.id)}#${PLAN_ANCHOR}`,
    mark: version === null ? PLAN_MARKS.none : blockers > 0 ? PLAN_MARKS.blocked(blockers) : PLAN_MARKS.clear,
  };
}

/** What one would go back to, as a cell: the release's dossier, whether it is safe, and the plan. */
export function backCell({ deployed, back }: EnvironmentHead): CellView {
  if (!deployed) return [textPart('–')];
  const { kind, mark, text } = back.mark;
  const state = markPart(kind, mark, text);
  if (back.version === null) return [state, linkPart(ENVIRONMENTS.rows.why, back.plan)];
  return [versionPart(back.version, back.href), state, linkPart(ENVIRONMENTS.rows.plan, back.plan)];
}

/** How much the states of an environment stand out; null where it is settled. */
export function alarmOf({ states }: Pick<EnvironmentHead, 'states'>): 'danger' | 'caution' | null {
  if (states.length === 0) return null;
  return states.some(({ mark }) => mark.kind === 'danger') ? 'danger' : 'caution';
}

/** What everybody has to know of an environment, as a cell. */
export function statesCell({ deployed, states }: EnvironmentHead): CellView {
  if (!deployed) return [textPart(ENVIRONMENTS.nothing)];
  if (states.length === 0) return [textPart(ENVIRONMENTS.settled)];
  return states.flatMap(({ mark, what, href }): FactPart[] => [
    { is: 'mark', mark },
    ...(href === null ? [] : [linkPart(what, href)]),
  ]);
}
