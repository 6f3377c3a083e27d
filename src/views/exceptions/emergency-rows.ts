import type { EmergencyOutcome } from '../controls/emergency-outcome.ts';
import { EXCEPTION_MARKS, EXCEPTIONS } from '../exception-texts.ts';
import { dossierPartPath } from '../paths.ts';
import { plainTimes } from '../verdict/plain-times.ts';
import { distanceText } from './distance.ts';
import { type ExceptionRow, type RowContext, releaseFields, type Urgency } from './exception-row.ts';

type EmergencyState = Extract<keyof typeof EXCEPTION_MARKS, 'overdue' | 'owed' | 'objected' | 'voted'>;

const URGENCY: Record<EmergencyState, Urgency> = {
  overdue: 'now',
  objected: 'now',
  owed: 'soon',
  voted: 'past',
};

/** The emergency of a release, with the time until which its votes may come. */
export function emergencyRows(context: RowContext): ExceptionRow[] {
  const { outcome, now } = context;
  const { emergency, product, version, timeZone } = outcome;
  if (emergency === null) return [];
  const state = stateOf(emergency, now);
  const objections = emergency.objections.map((text) => ({ text: plainTimes(text, timeZone), href: null }));
  return [
    {
      ...releaseFields(context),
      urgency: URGENCY[state],
      state: EXCEPTION_MARKS[state],
      control: null,
      who: emergency.by,
      since: emergency.at,
      until: emergency.until,
      expiry: state === 'voted' ? null : expiryOf(emergency, now),
      reasons: [{ text: EXCEPTIONS.incident(emergency.incident), href: emergency.href }, ...objections],
      further: 0,
      href: dossierPartPath(product, version, 'votes'),
    },
  ];
}

function stateOf({ objections, voted, until }: EmergencyOutcome, now: string): EmergencyState {
  if (objections.length > 0) return 'objected';
  if (voted) return 'voted';
  return until !== null && until <= now ? 'overdue' : 'owed';
}

function expiryOf({ until }: EmergencyOutcome, now: string): string {
  if (until === null) return EXCEPTIONS.afterTag;
  const distance = distanceText(until, now);
  return until <= now ? EXCEPTIONS.wasDue(distance) : EXCEPTIONS.due(distance);
}
