import type { Decision } from '../records/index.ts';
import type { Reason } from './control.ts';
import type { JudgedVote } from './vote-state.ts';
import { shortCommit } from './wording.ts';

const SAID: Record<Decision, string> = {
  go: 'said GO',
  'no-go': 'said NO-GO',
  veto: 'said VETO',
  abstain: 'abstained',
};

/** "dana-ito said GO as qa at 2026-02-03T10:00:00+00:00 on commit a1a1a1a1a1a1". */
export function voteText({ vote: { data }, person, module }: JudgedVote): string {
  const who = person ?? `${data.person} (${data.account.id} on ${data.account.on})`;
  const role = module === null ? data.role : `${data.role} of ${module}`;
  const digest = data.digest === undefined ? '' : ` on digest ${data.digest.slice(0, 19)}`;
  const on = data.commit === undefined ? digest : ` on commit ${shortCommit(data.commit)}`;
  return `${who} ${SAID[data.decision]} as ${role} at ${data.castAt}${on}`;
}

/** A vote as a reason, with more to say about it. */
export function voteReason(vote: JudgedVote, more = ''): Reason {
  return { text: `${voteText(vote)}${more}`, record: vote.vote.path };
}
