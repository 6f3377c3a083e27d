import type { ProductClock } from '../history/product-clock.ts';
import { leadOf } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { standingEmergency } from './emergency-declaration.ts';

/** The last moment at which a vote can decide something. */
export interface VotingDeadline {
  at: string;
  /** What it is, for sentences: "the decision at …". */
  name: string;
}

/**
 * When votes have to be there: by the policy's time of decision on the day of the release, else by the release itself;
 * in an emergency some hours after it. Before there is a tag, the day for which it was opened tells; null where nobody
 * named one.
 */
export function votingDeadline(dossier: Dossier, clock: ProductClock): VotingDeadline | null {
  const { policy, release, opening } = dossier;
  const emergency = standingEmergency(dossier);
  if (emergency !== null) return afterEmergency(emergency.until, policy.data.emergency.votesWithin);
  const releasedAt = release?.data.date ?? opening?.data.due;
  if (releasedAt === undefined) return null;
  const { decision } = policy.data.cadence;
  if (decision === undefined) return { at: releasedAt, name: releaseName(releasedAt, dossier) };
  const day = clock.dayOf(releasedAt);
  const name = `the decision at ${decision} on ${day} (${policy.data.timeZone})`;
  return { at: clock.instantAt(day, decision), name };
}

function afterEmergency(until: string | null, hours: number): VotingDeadline | null {
  return until === null ? null : { at: until, name: `${until}, ${hours} hours after the emergency` };
}

/** Nobody knows when a lightweight tag was made. */
function releaseName(at: string, { release, policy }: Dossier): string {
  if (release === null) return `${at}, for which it was opened`;
  if (release.data.tag.kind !== 'lightweight') return `the release at ${at}`;
  return `the release at ${at}, when the commit of ${leadOf(policy.data).id}'s lightweight tag was made`;
}
