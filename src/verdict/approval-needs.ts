import type { Role } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { judgedKind } from './judged-kind.ts';
import { shippingOf } from './shipping.ts';
import { isAgainst, type StandingVote } from './standing-votes.ts';

/** What a release needs of a role: for all of it, or for one module. */
export interface ApprovalNeed {
  role: Role;
  module: string | null;
  /** How many people have to say GO: what the policy asks for, and more than say NO-GO. */
  people: number;
  approvals: StandingVote[];
  objections: StandingVote[];
}

/** What the kind of release needs, and the words that were spoken to it. */
export function approvalNeeds(dossier: Dossier, standing: readonly StandingVote[]): ApprovalNeed[] {
  const kind = judgedKind(dossier);
  const moved = [...shippingOf(dossier).modules.values()].filter((module) => module.moved);
  const roles = dossier.policy.data.roles.filter((role) => role.for.includes(kind));
  return roles.flatMap((role) => {
    const targets = role.each === 'module' ? moved.map(({ id }) => id) : [null];
    return targets.map((module) => needOf(role, module, standing));
  });
}

/** "qa", "module-lead of lantern-api". */
export function needName({ role, module }: ApprovalNeed): string {
  return module === null ? role.id : `${role.id} of ${module}`;
}

/** A NO-GO is outvoted only by more people of the same role. */
function needOf(role: Role, module: string | null, standing: readonly StandingVote[]): ApprovalNeed {
  const spoken = standing.filter((vote) => vote.vote.data.role === role.id && vote.module === module);
  const objections = spoken.filter(isAgainst);
  const people = Math.max(role.votes, objections.length + 1);
  return { role, module, people, approvals: spoken.filter((vote) => !isAgainst(vote)), objections };
}
