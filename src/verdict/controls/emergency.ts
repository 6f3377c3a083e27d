import { approvalNeeds } from '../approval-needs.ts';
import { ISO_CHANGES, PCI_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, pass, type Reason } from '../control.ts';
import type { Dossier } from '../dossier.ts';
import { type DeclaredEmergency, declaredEmergency } from '../emergency-declaration.ts';
import { missingApprovals } from '../missing-approvals.ts';
import { stageFindings } from '../stage-findings.ts';
import { countedVotes, standingVotes } from '../standing-votes.ts';

/** An emergency may be quick, not unaccounted for. */
export const emergency: Control = {
  id: 'emergency',
  sentence:
    'An emergency was declared for a named incident, by somebody of the roster, before it was released; it passed the stages that even an emergency needs, and its votes were collected in time.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES, PCI_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const declared = declaredEmergency(dossier);
  if (declared === null)
    return pass({ text: 'no emergency was declared', record: dossier.opening?.path ?? null });
  const stages = stageFindings(dossier.policy.data.emergency.stages, dossier);
  const votes = votesOf(declared, dossier);
  const { record } = declared;
  return finding(
    [...declared.objections.map((text) => ({ text, record })), ...votes.overdue, ...stages.failures],
    stages.doubts,
    [declaration(declared), ...votes.collecting, ...stages.passed],
  );
}

function declaration({ incident, declaredBy, declaredAt, record }: DeclaredEmergency): Reason {
  return { text: `${declaredBy} declared an emergency at ${declaredAt} for ${incident}`, record };
}

/** Votes that are missing un-bless an emergency when their time is over. */
function votesOf(
  { until }: DeclaredEmergency,
  dossier: Dossier,
): { overdue: Reason[]; collecting: Reason[] } {
  const standing = standingVotes(countedVotes(dossier));
  const missing = missingApprovals(approvalNeeds(dossier, standing), dossier);
  const isOver = until !== null && dossier.now > until;
  return { overdue: isOver ? missing : [], collecting: isOver ? [] : missing };
}
