import { productClock } from '../../history/product-clock.ts';
import type { Role } from '../../records/index.ts';
import { type ApprovalNeed, approvalNeeds } from '../../verdict/approval-needs.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { type CountedVote, countedVotes, standingVotes } from '../../verdict/standing-votes.ts';
import { votingDeadline } from '../../verdict/voting-deadline.ts';
import { VOTES } from '../vote-texts.ts';
import { roleHolders } from './role-holders.ts';
import { type VoteChip, voteChip } from './vote-view.ts';

/** A row of the matrix: a role, or a role of one module. */
export interface VoteRow {
  role: string;
  module: string | null;
  /** "1 of 2 GO"; "not needed" for a kind of release that does not need it. */
  needs: string;
  mayVeto: boolean;
  /** How many words of GO are still missing. */
  missing: number;
  /** People who hold the role and have not said a word that counts. */
  waitsFor: string[];
  /** People whose word against it counts. */
  against: string[];
  votes: VoteChip[];
  /** Votes for which a row has no room: they stand on the page of votes. */
  further: number;
}

/** Votes in a row of the matrix: the last ones. */
const CHIPS = 8;

/** All rows: the roles that the release needs, then those in which somebody voted all the same. */
export function voteMatrix(dossier: Dossier): VoteRow[] {
  const counted = countedVotes(dossier);
  const needs = approvalNeeds(dossier, standingVotes(counted));
  const needed = needs.map((need) => neededRow(need, counted, dossier));
  const rest = counted.filter((vote) => !needs.some((need) => isFor(vote, need.role.id, need.module)));
  const others = Map.groupBy(rest, (vote) => `${vote.vote.data.role} ${vote.module ?? ''}`);
  return [...needed, ...[...others.values()].map((votes) => otherRow(votes, dossier))];
}

function neededRow(need: ApprovalNeed, counted: readonly CountedVote[], dossier: Dossier): VoteRow {
  const { role, module, people, approvals, objections } = need;
  const spoken = new Set([...approvals, ...objections].map(({ person }) => person));
  const missing = Math.max(0, people - approvals.length);
  return {
    role: role.name,
    module,
    needs: VOTES.needs(approvals.length, people),
    mayVeto: role.veto,
    missing,
    waitsFor: missing === 0 ? [] : holdersOf(need, dossier).filter((person) => !spoken.has(person)),
    against: objections.map(({ person }) => person),
    ...chips(
      counted.filter((vote) => isFor(vote, role.id, module)),
      dossier,
    ),
  };
}

/** Whoever holds the role on the day on which votes are due; today where that day is not known. */
function holdersOf({ role, module }: ApprovalNeed, dossier: Dossier): string[] {
  const { policy, now } = dossier;
  const clock = productClock(policy.data.timeZone);
  const day = clock.dayOf(votingDeadline(dossier, clock)?.at ?? now);
  return roleHolders(policy.data, role.id, module, day);
}

function otherRow(votes: readonly CountedVote[], dossier: Dossier): VoteRow {
  const [first] = votes;
  const id = first?.vote.data.role ?? '';
  const role = roleOf(id, dossier);
  return {
    role: role?.name ?? id,
    module: first?.module ?? null,
    needs: VOTES.notNeeded,
    mayVeto: role?.veto ?? false,
    missing: 0,
    waitsFor: [],
    against: [],
    ...chips(votes, dossier),
  };
}

/** A role by its id; undefined for one that the policy does not name. */
export function roleOf(id: string, { policy }: Dossier): Role | undefined {
  return policy.data.roles.find((role) => role.id === id);
}

function isFor({ vote, module }: CountedVote, role: string, of: string | null): boolean {
  return vote.data.role === role && module === of;
}

function chips(votes: readonly CountedVote[], { policy }: Dossier): Pick<VoteRow, 'votes' | 'further'> {
  const ordered = [...votes].sort((a, b) => (a.vote.data.castAt < b.vote.data.castAt ? -1 : 1));
  const shown = ordered.slice(-CHIPS);
  return {
    votes: shown.map((vote) => voteChip(vote, policy.data.timeZone)),
    further: ordered.length - shown.length,
  };
}
