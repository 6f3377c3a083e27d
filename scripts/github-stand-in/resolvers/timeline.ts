import { actor } from '../lookup/accounts.ts';
import { committedAt } from '../lookup/commit-facts.ts';
import { commitOf } from '../lookup/commits.ts';
import { nodeId } from '../lookup/identity.ts';
import { closedAt, stateOf, updatedAt } from '../lookup/pull-facts.ts';
import { defaultBranchOf } from '../lookup/refs.ts';
import { fullNameOf, pageOf } from '../lookup/repositories.ts';
import type { Arguments } from '../query/arguments.ts';
import type { Listing } from '../query/listing.ts';
import type { Fields } from '../query/resolvers.ts';
import { cut } from '../query/sequence.ts';
import type { Scope } from '../scope.ts';
import type { CommitView, PullView } from '../views.ts';
import { pullCommits } from './pull-request-parts.ts';
import { reviewView } from './review.ts';

/** Something that happened to a pull request; `item` is what resolvers of its type take. */
interface Happening {
  at: string;
  type: string;
  item: unknown;
}

/** An event, with the fields that only its type has. */
interface EventView {
  __typename: string;
  pullRequest: PullView;
  at: string;
  by: string | null | undefined;
  place: number;
  fields: Record<string, unknown>;
}

/** Events of every type. */
export const EVENT: Fields<EventView> = {
  id: ({ __typename, pullRequest, place }) =>
    nodeId(
      __typename.replaceAll(/[a-z]/g, ''),
      fullNameOf(pullRequest.repository.described),
      pullRequest.described.number,
      place,
    ),
  actor: ({ by }, _args, scope) => actor(scope, by),
  createdAt: ({ at }) => at,
  pullRequest: ({ pullRequest }) => pullRequest,
  subject: ({ pullRequest }) => pullRequest,
  closable: ({ pullRequest }) => pullRequest,
  closer: () => null,
  url: ({ pullRequest, place }) => `${pageOf(pullRequest)}#event-${place + 1}`,
  ref: () => null,
  ...Object.fromEntries(
    [
      'previousTitle',
      'currentTitle',
      'beforeCommit',
      'afterCommit',
      'dismissalMessage',
      'previousReviewState',
      'review',
      'commit',
      'mergeRefName',
    ].map((name) => [name, ({ fields }: EventView) => fields[name]]),
  ),
};

/** What happened to a pull request in the order of time, of some types if asked for. */
export function timelineItems(pull: PullView, { itemTypes, since }: Arguments, scope: Scope): Listing {
  const every = happenings(pull, scope).sort((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
  const wanted = every
    .filter(({ type }) => itemTypes == null || itemTypes.includes(type))
    .filter(({ at }) => since == null || at >= since);
  return {
    items: wanted.map(({ item }) => item),
    // GitHub's `totalCount` counts what the filter leaves out, too.
    more: { totalCount: every.length, filteredCount: wanted.length, updatedAt: updatedAt(pull.described) },
  };
}

function happenings(pull: PullView, scope: Scope): Happening[] {
  return [
    ...commits(pull, scope),
    ...reviews(pull),
    ...renames(pull),
    ...forcePushes(pull, scope),
    ...dismissals(pull),
    ...ends(pull, scope),
  ];
}

function commits(pull: PullView, scope: Scope): Happening[] {
  const items = pullCommits(pull, {}, scope);
  return cut(items, 0, items.length).map((item) => ({
    at: committedAt(item.commit),
    type: 'PULL_REQUEST_COMMIT',
    item,
  }));
}

function reviews(pull: PullView): Happening[] {
  return (pull.described.reviews ?? []).map((review, place) => ({
    at: review.at,
    type: 'PULL_REQUEST_REVIEW',
    item: reviewView(pull, review, place),
  }));
}

function renames(pull: PullView): Happening[] {
  return (pull.described.renames ?? []).map(({ at, by, from, to }, place) =>
    event(pull, 'RenamedTitleEvent', { at, by, place, fields: { previousTitle: from, currentTitle: to } }),
  );
}

function forcePushes(pull: PullView, scope: Scope): Happening[] {
  return (pull.described.forcePushes ?? []).map(({ at, by, before, after }, place) =>
    event(pull, 'HeadRefForcePushedEvent', {
      at,
      by,
      place,
      fields: { beforeCommit: commit(scope, pull, before), afterCommit: commit(scope, pull, after) },
    }),
  );
}

function dismissals(pull: PullView): Happening[] {
  return (pull.described.reviews ?? []).flatMap((review, place) => {
    const { dismissed, state = 'APPROVED' } = review;
    if (dismissed === undefined) return [];
    const fields = {
      dismissalMessage: dismissed.message ?? null,
      previousReviewState: dismissed.was ?? state,
      review: reviewView(pull, review, place),
    };
    return [event(pull, 'ReviewDismissedEvent', { at: dismissed.at, by: dismissed.by, place, fields })];
  });
}

/** A merged one is closed by that, too. */
function ends(pull: PullView, scope: Scope): Happening[] {
  const { described, repository } = pull;
  const at = closedAt(described);
  if (at === null) return [];
  const [by, place] = [described.mergedBy ?? null, 0];
  const closed = event(pull, 'ClosedEvent', { at, by, place, fields: {} });
  if (stateOf(described) !== 'MERGED') return [closed];
  const mergeRefName = described.baseBranch ?? defaultBranchOf(repository.described);
  const fields = { commit: commit(scope, pull, described.mergeCommit), mergeRefName };
  return [event(pull, 'MergedEvent', { at, by, place, fields }), closed];
}

function event(
  pullRequest: PullView,
  __typename: string,
  rest: Omit<EventView, '__typename' | 'pullRequest'>,
): Happening {
  const type = __typename.replaceAll(/(?!^)([A-Z])/g, '_$1').toUpperCase();
  return { at: rest.at, type, item: { __typename, pullRequest, ...rest } };
}

function commit(
  scope: Scope,
  { repository, described }: PullView,
  oid: string | null | undefined,
): CommitView | null {
  return oid == null ? null : commitOf(scope, repository, oid, described);
}
