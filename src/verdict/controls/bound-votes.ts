import { ISO_CHANGES, PCI_ACCOUNTABILITY, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier } from '../dossier.ts';
import { type CountedVote, countedVotes, isAgainst } from '../standing-votes.ts';
import type { VoteState } from '../vote-state.ts';
import { voteReason } from '../vote-words.ts';
import { votingPhase } from '../voting-phase.ts';
import { counted } from '../wording.ts';

/** A vote counts when it is bound to what shipped; all others are shown, and shown not to count. */
export const boundVotes: Control = {
  id: 'bound-votes',
  sentence:
    'Votes are counted only where they are bound to the commit or digest that ships, cast in time by somebody who held the role on that day, not edited and not on own work only; a NO-GO that cannot be counted is cleared up.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES, PCI_ACCOUNTABILITY],
  examine,
};

function examine(dossier: Dossier): Finding {
  const votes = countedVotes(dossier);
  const open = votes.filter((vote) => isOpenObjection(vote, votes, dossier));
  const others = votes.filter((vote) => !open.includes(vote));
  return finding(
    [],
    [...open.map(openReason), ...noneCounted(votes, dossier)],
    [...summary(votes), ...others.flatMap(notCounted)],
  );
}

/** States in which a NO-GO was meant for this release, or may have been. One on another commit was not. */
const MAY_BE_MEANT = new Set<VoteState>(['unbound', 'edited', 'late']);

/**
 * Somebody in office said NO-GO before the release went out, in a way that cannot be counted, and has not spoken since.
 * Not to count it is safe for a GO; here it would do away with an objection.
 */
function isOpenObjection(
  vote: CountedVote,
  votes: readonly CountedVote[],
  { release, now }: Dossier,
): boolean {
  const { castAt, role } = vote.vote.data;
  const isInTime = castAt <= now && (release === null || castAt <= release.data.date);
  if (!isAgainst(vote) || !MAY_BE_MEANT.has(vote.state) || !isInTime) return false;
  const isLater = ({ state, person, module, vote: { data } }: CountedVote): boolean =>
    state === 'valid' &&
    data.decision !== 'abstain' &&
    person === vote.person &&
    data.role === role &&
    (vote.module === null || module === vote.module) &&
    data.castAt > castAt;
  return !votes.some(isLater);
}

function openReason(vote: CountedVote): Reason {
  return voteReason(vote, `, which cannot be counted: ${vote.because}; what it was about is not cleared up`);
}

function noneCounted(votes: readonly CountedVote[], dossier: Dossier): Reason[] {
  if (votes.some(({ state }) => state === 'valid')) return [];
  const phase = votingPhase(dossier);
  if (phase.state === 'emergency') return [];
  const record = votes[0]?.vote.path ?? null;
  if (votes.length === 0) return [{ text: `there is no vote on ${dossier.version}`, record }];
  return [{ text: `none of ${counted(votes.length, 'vote')} counts`, record }, ...votes.flatMap(notCounted)];
}

function summary(votes: readonly CountedVote[]): Reason[] {
  const valid = votes.filter(({ state }) => state === 'valid');
  const text = `${counted(valid.length, 'vote')} of ${votes.length} bound to what ships`;
  return [{ text, record: valid[0]?.vote.path ?? null }];
}

function notCounted(vote: CountedVote): Reason[] {
  if (vote.state !== 'valid') return [voteReason(vote, `: ${WORDS[vote.state]}, ${vote.because}`)];
  if (vote.replacedBy === null) return [];
  return [voteReason(vote, `: replaced by the vote of ${vote.replacedBy.vote.data.castAt}`)];
}

const WORDS: Record<Exclude<VoteState, 'valid'>, string> = {
  stale: 'stale',
  unbound: 'unbound',
  'out-of-role': 'out of role',
  late: 'late',
  edited: 'edited',
  self: 'own change',
};
