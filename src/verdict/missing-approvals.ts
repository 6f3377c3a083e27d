import { joined } from '../history/joined.ts';
import { type ApprovalNeed, needName } from './approval-needs.ts';
import type { Reason } from './control.ts';
import type { Dossier } from './dossier.ts';
import { canFill, peopleWithSeveralRoles, type Seats } from './one-role-each.ts';
import { type VotingPhase, votingPhase } from './voting-phase.ts';
import { counted } from './wording.ts';

/** What is missing of the approvals that a release needs; nothing where each role has its own people. */
export function missingApprovals(needs: readonly ApprovalNeed[], dossier: Dossier): Reason[] {
  const phase = votingPhase(dossier);
  const short = needs.filter(({ people, approvals }) => approvals.length < people);
  if (short.length > 0) return short.map((need) => shortReason(need, phase, dossier.policy.path));
  const seats = needs.map(seatsOf);
  return canFill(seats) ? [] : [sharedReason(seats, needs)];
}

/** A person's last word in a role is one vote, so that votes are people. */
function seatsOf({ role, people, approvals }: ApprovalNeed): Seats {
  return { role: role.id, people, offers: approvals.map(({ person }) => person) };
}

function shortReason(need: ApprovalNeed, phase: VotingPhase, policyPath: string): Reason {
  const { approvals, people, objections } = need;
  const against = objections.map(({ person }) => person);
  const stopped = against.length === 0 ? '' : `; ${joined(against)} said NO-GO`;
  const text = `${needName(need)}: ${approvals.length} of ${counted(people, 'GO')}${stopped}${phaseText(phase)}`;
  return { text, record: objections[0]?.vote.path ?? policyPath };
}

function phaseText({ state, until }: VotingPhase): string {
  if (state === 'over') return `; votes were due by ${until}`;
  if (state === 'open') return until === null ? '; votes may still come' : `; votes may come until ${until}`;
  return `; an emergency may collect its votes until ${until ?? 'some time after it was released'}`;
}

function sharedReason(seats: readonly Seats[], needs: readonly ApprovalNeed[]): Reason {
  const people = peopleWithSeveralRoles(seats);
  const votes = needs.flatMap(({ approvals }) => approvals).filter(({ person }) => people.includes(person));
  const roles = [...new Set(votes.map(({ vote }) => vote.data.role))];
  return {
    text: `${joined(people)} said GO in several of the roles ${joined(roles)}: nobody counts twice, and others are too few`,
    record: votes[0]?.vote.path ?? null,
  };
}
