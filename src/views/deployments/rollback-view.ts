import type { RollbackEvent } from '../../history/deployments/rollbacks.ts';
import type { Running } from '../../history/deployments/running.ts';
import { spelledOut } from '../../markdown/harmless.ts';
import type { Environment, Note, Rollback } from '../../records/index.ts';
import { ENVIRONMENT } from '../deployment-texts.ts';
import { type FactPart, type FactView, factsOf, linkPart, textPart, timePart } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { releasePath } from '../paths.ts';
import { ROLLBACKS } from '../rollback-texts.ts';
import type { LineList } from '../stages/measured-block.ts';
import type { TableView } from '../table-view.ts';
import { momentOf } from '../time-view.ts';
import { ageText } from './age-text.ts';
import { eventHref } from './deployment-links.ts';
import { DEPLOYMENT_MARKS, FAULT_MARKS } from './deployment-marks.ts';
import { type EnvironmentThen, environmentName, type ProductThen } from './environment-now.ts';
import { nameOf } from './history-rows.ts';
import { movedTable } from './moved-table.ts';
import { releasePart } from './release-link.ts';
import { triggerText } from './trigger-text.ts';

/** What is known of a rollback beside what every deployment has. */
export interface RollbackView {
  /** What nobody should overlook. */
  warnings: { kind: 'danger' | 'caution'; text: string }[];
  facts: FactView[];
  moved: { table: TableView; further: LineList[] };
}

/** A rollback with all that it meant. `note` is the public note of the release that was taken away. */
export function rollbackView(
  rollback: RollbackEvent,
  before: Running,
  note: Note | null,
  now: EnvironmentThen,
  product: ProductThen,
): RollbackView {
  return {
    warnings: warningsOf(rollback, environmentName(now.environment)),
    facts: [...factsAbout(rollback, product), ...factsAfter(rollback, note, now.environment, product)],
    moved: movedTable(rollback, before, product),
  };
}

function warningsOf(
  { to, from, wasDeployedBefore, ofRollback }: RollbackEvent,
  environment: string,
): RollbackView['warnings'] {
  return [
    ...(wasDeployedBefore ? [] : [{ kind: 'danger' as const, text: ROLLBACKS.neverHere(to, environment) }]),
    ...(ofRollback ? [{ kind: 'caution' as const, text: ROLLBACKS.ofRollback(from ?? '') }] : []),
  ];
}

/** Whether the release that was taken away was at fault. */
export function faultMark({ bad }: Pick<Rollback, 'bad'>): MarkView {
  return bad === undefined ? FAULT_MARKS.unsaid : bad ? FAULT_MARKS.bad : FAULT_MARKS.notBad;
}

function factsAbout({ event, from, to, wasDeployedBefore }: RollbackEvent, product: ProductThen): FactView[] {
  const { data } = event.record;
  const { decidedBy, ...told } = data.rollback ?? { from: null };
  const words = ROLLBACKS.facts;
  const took = from === null ? textPart(ENVIRONMENT.fromUnknown) : releasePart(from, product);
  const known = wasDeployedBefore ? [textPart(ROLLBACKS.hadRun)] : [];
  return factsOf(
    [words.from, took],
    [words.to, [releasePart(to, product), ...known]],
    [words.fault, { is: 'mark', mark: faultMark(told) }],
    [words.trigger, textPart(triggerText(data) ?? ROLLBACKS.unsaid)],
    [words.decided, textPart(spelledOut(decidedBy ?? ROLLBACKS.unsaid))],
  );
}

function factsAfter(
  rollback: RollbackEvent,
  note: Note | null,
  environment: Environment,
  product: ProductThen,
): FactView[] {
  const { recoverySeconds, ranSeconds, event } = rollback;
  const { detectedAt, restoredAt, incident, data } = event.record.data.rollback ?? {};
  const words = ROLLBACKS.facts;
  const moment = (at: string | undefined): FactPart =>
    at === undefined ? textPart(ROLLBACKS.unsaid) : timePart(momentOf(at, product.policy.timeZone));
  return factsOf(
    [words.detected, moment(detectedAt)],
    [words.restored, moment(restoredAt)],
    [words.recovery, textPart(secondsText(recoverySeconds))],
    [words.ran, textPart(secondsText(ranSeconds))],
    [words.incident, incident === undefined ? textPart(ROLLBACKS.unsaid) : linkPart(incident, incident)],
    [words.data, textPart(data === undefined ? ROLLBACKS.dataUnsaid : spelledOut(data))],
    [words.customers, customerParts(rollback, note, environment, product)],
    [words.followed, followedParts(rollback, product)],
  );
}

/** A length of time in words. */
export function secondsText(seconds: number | null): string {
  return seconds === null ? ROLLBACKS.unknownTime : ageText(seconds * 1000);
}

function customerParts(
  { from }: RollbackEvent,
  note: Note | null,
  { production }: Environment,
  { product }: ProductThen,
): FactPart[] {
  if (!production) return [textPart(ROLLBACKS.customersUnused)];
  if (note === null || from === null) return [textPart(ROLLBACKS.noNote)];
  const link = linkPart(ROLLBACKS.note, releasePath(product, from));
  if (note.withdrawn === undefined) return [textPart(ROLLBACKS.customersNothing), link];
  const { reason, use } = note.withdrawn;
  const instead = use === undefined ? [] : [textPart(ROLLBACKS.use(use))];
  return [textPart(ROLLBACKS.customersRead(from)), textPart(spelledOut(reason)), ...instead, link];
}

function followedParts({ followedBy }: RollbackEvent, { policy }: ProductThen): FactPart[] {
  if (followedBy === null) return [textPart(ROLLBACKS.nothingFollowed)];
  const { data } = followedBy.record;
  return [
    { is: 'mark', mark: DEPLOYMENT_MARKS[data.kind][data.outcome] },
    linkPart(nameOf(data), eventHref(followedBy)),
    timePart(momentOf(data.at, policy.timeZone)),
  ];
}
