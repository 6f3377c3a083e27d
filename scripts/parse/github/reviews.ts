import type { Review } from '../../../src/records/index.ts';
import type { EventAnswer, PullRequestAnswer, ReviewAnswer } from '../../sources/github/answers.ts';
import { accountOf, foreignText, platformInstant, present, worded } from './values.ts';

type Dismissal = EventAnswer & { __typename: 'ReviewDismissedEvent' };

/** The reviews of a pull request in the order in which they were given, with who took one back. */
export function reviewsOf(answer: PullRequestAnswer): Review[] {
  const dismissals = new Map(
    present(answer.timelineItems).flatMap((event): [string, Dismissal][] =>
      event.__typename === 'ReviewDismissedEvent' && event.review !== null ? [[event.review.id, event]] : [],
    ),
  );
  const reviews = present(answer.reviews).map((review) => reviewOf(review, dismissals.get(review.id)));
  return reviews.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

function reviewOf(review: ReviewAnswer, dismissal: Dismissal | undefined): Review {
  const text = foreignText(review.body);
  return {
    author: accountOf(review.author),
    state: worded(review.state) as Review['state'],
    at: platformInstant(review.submittedAt ?? review.createdAt),
    commit: review.commit?.oid ?? null,
    mayPush: review.authorCanPushToRepository,
    ...(text !== '' && { text }),
    ...(review.lastEditedAt !== null && { editedAt: platformInstant(review.lastEditedAt) }),
    ...(dismissal !== undefined && { dismissed: dismissedBy(dismissal) }),
  };
}

function dismissedBy(event: Dismissal): NonNullable<Review['dismissed']> {
  const because = foreignText(event.dismissalMessage ?? '');
  return {
    by: accountOf(event.actor),
    at: platformInstant(event.createdAt),
    was: worded(event.previousReviewState) as Review['state'],
    ...(because !== '' && { because }),
  };
}
