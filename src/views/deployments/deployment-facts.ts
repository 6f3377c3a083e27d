import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import { toInstant } from '../../history/product-clock.ts';
import { spelledOut } from '../../markdown/harmless.ts';
import type { Deployment } from '../../records/index.ts';
import { DEPLOYMENT, ENVIRONMENT } from '../deployment-texts.ts';
import { type FactPart, type FactView, factsOf, linkPart, textPart, timePart } from '../fact-view.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { ageText } from './age-text.ts';
import type { ProductThen } from './environment-now.ts';
import { releasePart } from './release-link.ts';

/** What was done, to which release, when, by whom. */
export function deploymentFacts(event: DeploymentEvent, product: ProductThen): FactView[] {
  const { data } = event.record;
  const words = DEPLOYMENT.facts;
  const moment = (at: string): FactPart => timePart(momentOf(at, product.policy.timeZone));
  return factsOf(
    [words.version, releasePart(data.version, product)],
    [words.versionFrom, data.versionFrom === undefined ? undefined : textPart(spelledOut(data.versionFrom))],
    [words.at, moment(data.at)],
    [words.corrected, correctedParts(event, product)],
    [words.finished, data.finishedAt === undefined ? undefined : moment(data.finishedAt)],
    [words.took, tookPart(data)],
    [words.by, data.by === undefined ? undefined : textPart(spelledOut(data.by))],
    [words.run, data.url === undefined ? undefined : linkPart(DEPLOYMENT.runLink, data.url)],
    ...migrationFacts(data, moment),
    [words.filed, moment(data.filedAt)],
  );
}

/** Where numbers show that the clock was wrong, the place in the history is another one than the time says. */
function correctedParts({ record, began }: DeploymentEvent, { policy }: ProductThen): FactPart[] {
  const at = toInstant(began);
  if (at === record.data.at) return [];
  return [timePart(momentOf(at, policy.timeZone)), textPart(DEPLOYMENT.correctedBecause)];
}

function tookPart({ at, finishedAt }: Deployment): FactPart | undefined {
  return finishedAt === undefined ? undefined : textPart(ageText(Date.parse(finishedAt) - Date.parse(at)));
}

function migrationFacts(
  { migration }: Deployment,
  moment: (at: string) => FactPart,
): [string, FactPart | undefined][] {
  if (migration === undefined) return [];
  const { from, to, keptUntil } = migration;
  return [
    [DEPLOYMENT.facts.migration, textPart(ENVIRONMENT.migrated(spelledOut(from), spelledOut(to)))],
    [DEPLOYMENT.facts.kept, keptUntil === undefined ? undefined : moment(keptUntil)],
  ];
}

/** The steps of a progressive rollout; null where it went out all at once, or nobody recorded them. */
export function rolloutTable({ rollout = [], at: began }: Deployment, timeZone: string): TableView | null {
  if (rollout.length === 0) return null;
  const { weight, at, after } = DEPLOYMENT.rolloutColumns;
  return {
    caption: DEPLOYMENT.rollout,
    columns: columnsOf([weight, at, after]),
    rows: rollout.map((step) => [
      [textPart(`${step.weight} %`)],
      [timePart(momentOf(step.at, timeZone))],
      [textPart(ageText(Date.parse(step.at) - Date.parse(began)))],
    ]),
  };
}
