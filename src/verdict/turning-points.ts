import { startOf, untilOf } from '../history/delivery/days.ts';
import { type ProductClock, productClock, toInstant } from '../history/product-clock.ts';
import type { Dossier } from './dossier.ts';
import { declaredEmergency } from './emergency-declaration.ts';
import { votingDeadline } from './voting-deadline.ts';

/** A dossier before anybody says as of when it is judged. */
export type UndatedDossier = Omit<Dossier, 'now'>;

/**
 * Every instant at which what is told of a release may change only because time passes, in order. Between two of them it
 * does not matter when one looks; at one of them it may be otherwise than before, and after it otherwise than at it.
 * The first is never later than its tag or its opening. A rule that compares the moment of its judgement with an instant
 * that is not here makes pages old without anybody noticing.
 */
export function turningPoints(dossier: UndatedDossier): string[] {
  const points = [
    ...beginnings(dossier),
    ...ofVotes(dossier),
    ...dossier.stages.map(({ data }) => data.filedAt),
    ...dossier.waivers.flatMap(({ data }) => [data.at, data.until]),
    ...ofEmergency(dossier),
    ...ofDeadlines(dossier),
    dossier.note?.data.withdrawn?.at,
  ];
  return [...new Set(points.filter((point) => point !== undefined))].sort();
}

/**
 * The earliest moment as of which a release is judged as it is now: one second after its last turning point, for
 * instants have seconds. Where now is a turning point itself, or before all of them, it is now.
 */
export function settledMoment(points: readonly string[], now: string): string {
  const last = points.findLast((point) => point <= now);
  return last === undefined || last === now ? now : toInstant(Date.parse(last) + 1000);
}

/** Before there was anything to judge nothing changes: these keep the answer from depending on now. */
function beginnings({ release, opening }: UndatedDossier): (string | undefined)[] {
  return [release?.data.date, opening?.data.openedAt];
}

function ofVotes({ votes }: UndatedDossier): (string | undefined)[] {
  return votes.flatMap(({ data }) => [data.castAt, data.editedAt]);
}

function ofEmergency(dossier: UndatedDossier): (string | undefined)[] {
  const declared = declaredEmergency({ ...dossier, now: AFTER_ALL });
  return declared === null ? [] : [declared.declaredAt, declared.until ?? undefined];
}

/** A declaration counts from its own moment on: the deadline may be another one before it and after. */
const [BEFORE_ALL, AFTER_ALL] = ['0000-01-01T00:00:00+00:00', '9999-12-31T23:59:59+00:00'];

function ofDeadlines(dossier: UndatedDossier): string[] {
  const clock = productClock(dossier.policy.data.timeZone);
  return [BEFORE_ALL, AFTER_ALL].flatMap((now) => {
    const deadline = votingDeadline({ ...dossier, now }, clock);
    return deadline === null ? ofRoster(dossier, clock) : [deadline.at];
  });
}

/** Without a deadline it is for those to vote who hold a role today. */
function ofRoster({ policy }: UndatedDossier, clock: ProductClock): string[] {
  const held = policy.data.roster.flatMap(({ roles }) => roles);
  const times = held.flatMap(({ from, until }) => [
    startOf(from, clock),
    ...(until === undefined ? [] : [untilOf(until, clock)]),
  ]);
  return times.map(toInstant);
}
