import type { StandingVote } from '../../verdict/standing-votes.ts';
import type { Participant } from '../row.ts';
import type { Authorship } from './authorship.ts';

/** Who said GO to a release, each vote once: the role is the one that it was cast in and that was held that day. */
export function votersOf(votes: readonly StandingVote[], authorship: Authorship | null): Participant[] {
  return votes.map(({ person, vote, module }) => {
    const { account, role, castAt } = vote.data;
    return {
      person,
      account: `${account.on}:${account.id}`,
      roles: [module === null ? role : `${role} of ${module}`],
      independent: authorship?.isOther(person, null) ?? 'unproven',
      at: castAt,
    };
  });
}
