import type { Vote } from '../records/index.ts';
import { BLESSING_CONTROLS } from './blessing-controls.ts';
import type { Dossier, Written } from './dossier.ts';
import { judgeBy, type Verdict } from './judge-by.ts';

/**
 * A dossier as it was known at an earlier moment: the votes that were cast, the reports that were filed and the waivers
 * that were written by then. What carries no time of its own (checklists, the recovery plan, the policy) is taken as it
 * is now.
 */
export function asOf(dossier: Dossier, moment: string): Dossier {
  return {
    ...dossier,
    votes: dossier.votes.filter(({ data }) => data.castAt <= moment).map((vote) => uneditedAt(vote, moment)),
    stages: dossier.stages.filter(({ data }) => data.filedAt <= moment),
    waivers: dossier.waivers.filter(({ data }) => data.at <= moment),
    deployments: [],
    now: moment,
  };
}

/** The verdict on what has to hold before a release is deployed, as it was known at a moment. */
export function blessingAsOf(dossier: Dossier, moment: string): Verdict {
  return judgeBy(BLESSING_CONTROLS, asOf(dossier, moment));
}

/** A vote that was edited later had not been then. */
function uneditedAt(vote: Written<Vote>, moment: string): Written<Vote> {
  const { editedAt, ...data } = vote.data;
  return editedAt !== undefined && editedAt > moment ? { ...vote, data } : vote;
}
