import { asOf } from '../../verdict/as-of.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { standingEmergency } from '../../verdict/emergency-declaration.ts';
import { missingApprovals } from '../../verdict/missing-approvals.ts';
import type { EmergencyEvidence, Proof } from '../row.ts';
import { needsOf } from './judged-then.ts';

/** An emergency's incident, and whether its votes came in time; null for what was none, or was declared wrongly. */
export function emergencyEvidence(
  then: Dossier,
  whole: Dossier,
  until: () => string,
): EmergencyEvidence | null {
  const emergency = standingEmergency(then);
  if (emergency === null) return null;
  const { incident, until: due } = emergency;
  return { incident, due, done: due === null ? 'unproven' : approvedBy(due, whole, until) };
}

/** While the period that is asked about ends before the votes are due, they may still come. */
function approvedBy(due: string, whole: Dossier, until: () => string): Proof {
  const later = asOf(whole, due);
  if (missingApprovals(needsOf(later), later).length === 0) return 'yes';
  return until() < due ? 'unproven' : 'no';
}
