import type { Dossier } from '../../verdict/dossier.ts';
import { type CountedVote, countedVotes } from '../../verdict/standing-votes.ts';
import { PERSON_PAGE } from '../people-texts.ts';
import { plainTimes } from '../verdict/plain-times.ts';
import { recordPlace } from '../verdict/record-links.ts';
import { roleOf } from '../votes/vote-matrix.ts';
import { voteChip } from '../votes/vote-view.ts';
import type { Act } from './act.ts';
import type { Actors } from './actor.ts';

/** Votes on a release, each with what it is worth. */
export function voteActs(dossier: Dossier, actors: Actors): Act[] {
  return countedVotes(dossier).map((counted) => voteAct(counted, dossier, actors));
}

function voteAct(counted: CountedVote, dossier: Dossier, actors: Actors): Act {
  const { vote, module, state, because } = counted;
  const { timeZone } = dossier.policy.data;
  const chip = voteChip(counted, timeZone);
  const role = roleOf(vote.data.role, dossier)?.name ?? vote.data.role;
  return {
    key: `vote ${vote.path}`,
    who: actors.ofVoter(vote.data.account),
    kind: 'vote',
    at: vote.data.castAt,
    version: dossier.version,
    on: PERSON_PAGE.vote(role, module),
    href: recordPlace(vote.path),
    marks: [chip.decision, chip.state],
    conflict: state === 'self' ? plainTimes(because, timeZone) : null,
  };
}
