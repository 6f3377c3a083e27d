import type { Dossier } from '../../verdict/dossier.ts';
import { countedVotes } from '../../verdict/standing-votes.ts';
import { anchorOf } from '../record-anchor.ts';
import { roleOf } from './vote-matrix.ts';
import { type VoteView, voteLine, voteView } from './vote-view.ts';

/** All votes in the order in which they were cast. */
export interface VotePage {
  votes: VoteView[];
  /** Votes for which there is no room, a line each. */
  further: { anchor: string; line: string }[];
}

/** Votes on one page below 2,500 DOM nodes, each with all its facts and its argument. */
const ROOM = 30;

/** The votes of a dossier with all that is known of them. */
export function votePage(dossier: Dossier): VotePage {
  const all = countedVotes(dossier).sort((a, b) => (a.vote.data.castAt < b.vote.data.castAt ? -1 : 1));
  const { timeZone } = dossier.policy.data;
  return {
    votes: all.slice(0, ROOM).map((vote) => {
      const id = vote.vote.data.role;
      return voteView(vote, roleOf(id, dossier)?.name ?? id, timeZone);
    }),
    further: all.slice(ROOM).map((vote) => ({
      anchor: anchorOf('vote', vote.vote.path),
      line: voteLine(vote),
    })),
  };
}
