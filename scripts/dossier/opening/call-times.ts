import { productClock } from '../../../src/history/product-clock.ts';
import type { Dossier } from '../../../src/verdict/dossier.ts';
import { votingDeadline } from '../../../src/verdict/voting-deadline.ts';
import { votingPhase } from '../../../src/verdict/voting-phase.ts';

/** When is decided and released. Null where nobody said so yet. */
export interface CallTimes {
  timeZone: string;
  decision: string | null;
  release: string | null;
  /** Whether votes can still come. */
  voting: 'open' | 'over' | 'emergency';
  /** The last moment for votes; null where none is known. */
  votesUntil: string | null;
  /** Times of day of the cadence, for a release whose day is not set. */
  usual: { decision: string | null; release: string | null };
  /** The day on which people have to hold their roles. */
  day: string;
}

/** The times of a release by its tag, its opening and the policy's cadence. */
export function timesOf(dossier: Dossier): CallTimes {
  const { timeZone, cadence } = dossier.policy.data;
  const clock = productClock(timeZone);
  const votesUntil = votingDeadline(dossier, clock)?.at ?? null;
  const { state: voting } = votingPhase(dossier);
  const isOrdinary = voting !== 'emergency' && votesUntil !== null;
  return {
    timeZone,
    decision: isOrdinary && cadence.decision !== undefined ? votesUntil : null,
    release: releaseTime(dossier, isOrdinary ? clock.dayOf(votesUntil) : null),
    voting,
    votesUntil,
    usual: { decision: cadence.decision ?? null, release: cadence.release ?? null },
    day: clock.dayOf(isOrdinary ? votesUntil : dossier.now),
  };
}

/** A tag may be made before the time of release: on its day the opening's word counts, then the cadence's. */
function releaseTime({ policy, opening, release }: Dossier, decisionDay: string | null): string | null {
  const { timeZone, cadence } = policy.data;
  const clock = productClock(timeZone);
  const due = opening?.data.due;
  if (decisionDay !== null && (due === undefined || clock.dayOf(due) !== decisionDay) && cadence.release)
    return clock.instantAt(decisionDay, cadence.release);
  return due ?? release?.data.date ?? null;
}
