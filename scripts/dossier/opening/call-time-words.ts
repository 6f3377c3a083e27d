import type { CallFacts } from './call-facts.ts';
import { toldTime, wallTimeOf } from './product-time.ts';

/** When is decided and released, in sentences on the product's clock. */
export function timeLines({ times, emergency }: CallFacts): string[] {
  const { voting, votesUntil, timeZone } = times;
  return [
    ...(emergency === null ? [] : [`For ${emergency.incident}, declared by ${emergency.declaredBy}.`]),
    plannedLine(times),
    ...(voting === 'over' ? ['The time to vote is over: what comes now is late.'] : []),
    ...(voting === 'emergency' ? [emergencyLine(votesUntil, timeZone)] : []),
  ];
}

function plannedLine({ decision, release, timeZone, usual }: CallFacts['times']): string {
  if (decision !== null && release !== null) return bothLine(decision, release, timeZone);
  if (release !== null) return `Release: ${toldTime(release, timeZone)}.`;
  if (decision !== null) return `Decision: ${toldTime(decision, timeZone)}.`;
  const known = [
    ...(usual.decision === null ? [] : [`decision at ${usual.decision}`]),
    ...(usual.release === null ? [] : [`release at ${usual.release}`]),
  ];
  if (known.length === 0) return 'It is released as soon as it is decided: no time is set.';
  return `The day is not set yet; ${known.join(', ')} (${timeZone}).`;
}

function bothLine(decision: string, release: string, timeZone: string): string {
  const [first, second] = [wallTimeOf(decision, timeZone), wallTimeOf(release, timeZone)];
  if (first.day !== second.day)
    return `Decision: ${toldTime(decision, timeZone)}. Release: ${toldTime(release, timeZone)}.`;
  return `Decision at ${first.time}, release at ${second.time} on ${first.weekday} ${first.day} (${timeZone}).`;
}

function emergencyLine(until: string | null, timeZone: string): string {
  return until === null
    ? 'It may go out before its votes are there; they have to come all the same.'
    : `It may go out before its votes are there; they may come until ${toldTime(until, timeZone)}.`;
}
