import { type Change, leadOf, type PullRequest } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { type FourEyes, fourEyes } from './four-eyes.ts';
import { identityOfAccount, identityOfAuthor, type Roster } from './roster.ts';
import { shortCommit } from './wording.ts';

/**
 * A change that came without a pull request of its own. Where it stands on the staging branch, the promotion's pull
 * request lists its commits and may have been approved with them; else nobody but its author has seen it.
 */
export function directChange(change: Change, dossier: Dossier, roster: Roster): FourEyes {
  const on = `commit ${shortCommit(change.landing)} was put on the branch by ${change.landedBy} without a pull request`;
  const promotion = promotionOf(change, dossier);
  if (promotion === null) return { is: 'not approved', texts: [on] };
  const { is, texts } = fourEyes(promotion, authorsIn(promotion, change, roster), roster);
  return { is, texts: [`${on} and promoted by #${promotion.number}`, ...texts] };
}

function promotionOf({ module, commits }: Change, { release, policy }: Dossier): PullRequest | null {
  const pull = release?.data.promotion?.pullRequest;
  if (pull === undefined || module !== leadOf(policy.data).id) return null;
  const promoted = new Set(pull.commits.map(({ commit }) => commit));
  return commits.every((commit) => promoted.has(commit)) ? pull : null;
}

/** Whoever wrote other commits of a promotion may approve these; whoever opened it, or put them there, may not. */
function authorsIn(pull: PullRequest, change: Change, roster: Roster): Set<string> {
  const own = pull.commits.filter(({ commit }) => change.commits.includes(commit));
  const named = [
    change.author,
    change.landedBy,
    ...(change.coAuthors ?? []),
    ...own.flatMap(({ authors }) => authors),
  ];
  const opened = pull.author === null ? [] : [identityOfAccount(pull.author, roster)];
  return new Set([...named.map((name) => identityOfAuthor(name, roster)), ...opened]);
}
