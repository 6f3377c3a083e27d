import { spelledOut } from '../../markdown/harmless.ts';
import { approvalNeeds } from '../../verdict/approval-needs.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { declaredEmergency } from '../../verdict/emergency-declaration.ts';
import { countedVotes, standingVotes } from '../../verdict/standing-votes.ts';
import { recordPlace } from '../verdict/record-links.ts';

/** A release that shipped first, and whose votes may come later. */
export interface EmergencyOutcome {
  incident: string;
  by: string;
  at: string;
  /** Until when its votes may come; null before it ships. */
  until: string | null;
  /** Why the declaration does not count: sentences. */
  objections: string[];
  /** All votes that it needs are there. */
  voted: boolean;
  href: string | null;
}

/** The emergency that a release was declared; null for an ordinary one. */
export function emergencyOutcome(dossier: Dossier): EmergencyOutcome | null {
  const declared = declaredEmergency(dossier);
  if (declared === null) return null;
  return {
    incident: spelledOut(declared.incident),
    by: spelledOut(declared.declaredBy),
    at: declared.declaredAt,
    until: declared.until,
    objections: declared.objections.map(spelledOut),
    voted: isVoted(dossier),
    href: recordPlace(declared.record),
  };
}

/** The control is no measure: it passes as long as votes may still come. */
function isVoted(dossier: Dossier): boolean {
  const needs = approvalNeeds(dossier, standingVotes(countedVotes(dossier)));
  return needs.every(({ people, approvals }) => approvals.length >= people);
}
