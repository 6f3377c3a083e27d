import { type ApprovalNeed, approvalNeeds, needName } from '../approval-needs.ts';
import { ISO_CHANGES, ISO_DUTIES, PCI_ACCOUNTABILITY, PCI_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier } from '../dossier.ts';
import { judgedKind } from '../judged-kind.ts';
import { missingApprovals } from '../missing-approvals.ts';
import { countedVotes, isAgainst, type StandingVote, standingVotes } from '../standing-votes.ts';
import { voteReason } from '../vote-words.ts';
import { votingPhase } from '../voting-phase.ts';

/** Those who have to answer for a release said GO, each of them another person, and nobody stopped it. */
export const approvals: Control = {
  id: 'approvals',
  sentence:
    'Every role that the release needs said GO with as many different people as the policy asks for, for each module that moved where the role is of modules; nobody counts in two roles, no NO-GO is left that is not outvoted, and nobody with a veto stopped it.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES, ISO_DUTIES, PCI_CHANGES, PCI_ACCOUNTABILITY],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { policy } = dossier;
  if (policy.data.roles.length === 0)
    return finding(
      [],
      [{ text: 'the policy says of no role that a release needs it', record: policy.path }],
      [],
    );
  const standing = standingVotes(countedVotes(dossier));
  const needs = approvalNeeds(dossier, standing);
  const missing = missingApprovals(needs, dossier);
  const phase = votingPhase(dossier);
  const isLate = phase.state === 'over';
  const isExcused = phase.state === 'emergency';
  return finding(
    [...vetoes(standing, dossier), ...(isLate ? missing : [])],
    isLate || isExcused ? [] : missing,
    [...(isExcused ? missing : []), ...heldReasons(needs, dossier)],
  );
}

/** Nobody outvotes a veto, whether or not the kind of release needs the role. */
function vetoes(standing: readonly StandingVote[], { policy }: Dossier): Reason[] {
  const mayVeto = new Set(policy.data.roles.filter(({ veto }) => veto).map(({ id }) => id));
  return standing
    .filter((vote) => isAgainst(vote) && mayVeto.has(vote.vote.data.role))
    .map((vote) => voteReason(vote, ', which cannot be outvoted'));
}

function heldReasons(needs: readonly ApprovalNeed[], dossier: Dossier): Reason[] {
  if (needs.length === 0)
    return [
      {
        text: `a ${judgedKind(dossier)} release needs nobody's GO by the policy`,
        record: dossier.policy.path,
      },
    ];
  return needs.flatMap((need) => [
    ...need.approvals.map((vote) => voteReason(vote)),
    ...need.objections.map((vote) =>
      voteReason(vote, `: ${need.approvals.length} of ${needName(need)} say GO`),
    ),
  ]);
}
