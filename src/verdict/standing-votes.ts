import type { Decision } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { type JudgedVote, judgeVotes } from './vote-state.ts';

/** A vote with the one that came after it. */
export interface CountedVote extends JudgedVote {
  /** The later valid vote of the same person in the same role, which takes its place. */
  replacedBy: JudgedVote | null;
}

/** A vote of a person: its account is known. */
export type StandingVote = CountedVote & { person: string };

/**
 * All votes with what became of them. Only a valid vote takes the place of an earlier one: else a word that binds
 * nothing could do away with a NO-GO.
 */
export function countedVotes(dossier: Dossier): CountedVote[] {
  const judged = judgeVotes(dossier);
  const last = new Map(
    judged
      .filter(decides)
      .sort(inOrder)
      .map((vote) => [seatOf(vote), vote]),
  );
  return judged.map((vote) => {
    const latest = last.get(seatOf(vote));
    const isReplaced = decides(vote) && latest !== undefined && latest !== vote;
    return { ...vote, replacedBy: isReplaced ? latest : null };
  });
}

/** Each person's last word in each role, and for a module's role on each module. */
export function standingVotes(votes: readonly CountedVote[]): StandingVote[] {
  return votes.filter((vote): vote is StandingVote => decides(vote) && vote.replacedBy === null);
}

/** NO-GO and veto, which only differ where the role has a veto. */
export function isAgainst({ vote }: JudgedVote): boolean {
  return vote.data.decision === 'no-go' || vote.data.decision === 'veto';
}

/** Whoever abstains takes nothing back. */
function decides({ state, vote }: JudgedVote): boolean {
  return state === 'valid' && vote.data.decision !== 'abstain';
}

function seatOf({ person, vote, module }: JudgedVote): string {
  return JSON.stringify([person, vote.data.role, module]);
}

const WORST_LAST: readonly Decision[] = ['abstain', 'go', 'no-go', 'veto'];

/** Of two votes of the same second the one against counts. */
function inOrder({ vote: { data: left } }: JudgedVote, { vote: { data: right } }: JudgedVote): number {
  if (left.castAt !== right.castAt) return left.castAt < right.castAt ? -1 : 1;
  return WORST_LAST.indexOf(left.decision) - WORST_LAST.indexOf(right.decision);
}
