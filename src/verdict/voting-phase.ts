import { productClock } from '../history/product-clock.ts';
import type { Dossier } from './dossier.ts';
import { standingEmergency } from './emergency-declaration.ts';
import { votingDeadline } from './voting-deadline.ts';

/**
 * Whether votes can still come: "open" before the deadline, "over" after it, and "emergency" while a release may have
 * shipped without them.
 */
export interface VotingPhase {
  state: 'open' | 'over' | 'emergency';
  /** When it ends or has ended, for sentences; null where nobody knows yet. */
  until: string | null;
}

/** Where the voting on a release stands at the moment at which it is judged. */
export function votingPhase(dossier: Dossier): VotingPhase {
  const deadline = votingDeadline(dossier, productClock(dossier.policy.data.timeZone));
  const until = deadline?.name ?? null;
  if (deadline !== null && dossier.now > deadline.at) return { state: 'over', until };
  return { state: standingEmergency(dossier) === null ? 'open' : 'emergency', until };
}
