import type { Account, PullRequest, Review } from '../../records/index.ts';
import { CONFLICT_MARK, PERSON_PAGE, REVIEW_MARKS } from '../people-texts.ts';
import type { Act } from './act.ts';
import type { Actors } from './actor.ts';

/** What was reviewed, and who wrote it. */
export interface Reviewed {
  version: string;
  on: string;
  href: string;
  isAuthor(account: Account): boolean;
}

/** Reviews that say yes or no. What only comments decides nothing. */
export function reviewActs(pull: PullRequest, reviewed: Reviewed, actors: Actors): Act[] {
  return (pull.reviews ?? []).flatMap((review) => {
    const who = actors.ofAccount(review.author);
    const { state } = review;
    if (who === null || state === 'commented' || state === 'pending') return [];
    const isOwn = saidYes(review) && review.author !== null && reviewed.isAuthor(review.author);
    const { version, on, href } = reviewed;
    return [
      {
        key: `review ${pull.url} ${review.author?.login ?? ''} ${review.at}`,
        ...{ who, kind: 'review' as const, at: review.at, version, on, href },
        marks: isOwn ? [REVIEW_MARKS[state], CONFLICT_MARK] : [REVIEW_MARKS[state]],
        conflict: isOwn ? PERSON_PAGE.ownReview : null,
      },
    ];
  });
}

function saidYes({ state, dismissed }: Review): boolean {
  return state === 'approved' || dismissed?.was === 'approved';
}
