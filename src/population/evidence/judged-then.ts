import { type ApprovalNeed, approvalNeeds } from '../../verdict/approval-needs.ts';
import { blessingAsOf } from '../../verdict/as-of.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { missingApprovals } from '../../verdict/missing-approvals.ts';
import { countedVotes, standingVotes } from '../../verdict/standing-votes.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { ApprovalEvidence } from '../row.ts';

/** What was known of a release when it was deployed: the same for all of its changes. */
export type JudgedThen = Pick<
  ApprovalEvidence,
  'releaseBeforeDeployment' | 'missing' | 'verdict' | 'openControls'
> & {
  /** What it needed of whom, with the votes that counted. */
  needs: readonly ApprovalNeed[];
};

/** Judges a dossier at its own moment. */
export function judgedThen(dossier: Dossier): JudgedThen {
  const needs = needsOf(dossier);
  const missing = missingApprovals(needs, dossier).map(({ text }) => text);
  const { verdict, controls } = blessingAsOf(dossier, dossier.now);
  return {
    ...{ needs, missing, verdict },
    releaseBeforeDeployment: wasApproved(dossier, needs, missing, controls),
    openControls: controls.flatMap(({ id, result }) => (result === 'pass' ? [] : [`${id}: ${result}`])),
  };
}

/** What a release needs of whom, with the votes that count. */
export function needsOf(dossier: Dossier): ApprovalNeed[] {
  return approvalNeeds(dossier, standingVotes(countedVotes(dossier)));
}

/** An emergency may ship before its votes: that is excused, and yet nobody had approved it. A veto stops everything. */
function wasApproved(
  { policy }: Dossier,
  needs: readonly ApprovalNeed[],
  missing: readonly string[],
  controls: Verdict['controls'],
): ApprovalEvidence['releaseBeforeDeployment'] {
  if (policy.data.roles.length === 0) return 'unproven';
  if (missing.length > 0 || controls.some(({ id, result }) => id === 'approvals' && result === 'fail'))
    return 'no';
  return needs.length === 0 ? 'none needed' : 'yes';
}
