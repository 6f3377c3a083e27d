import type { ForcePush, PullRequest, Review } from '../records/index.ts';

/**
 * The force push that makes an approval doubtful: the first one after it, unless the platform saw it push away the very
 * commit that was approved. A platform may name the new head on an old approval, and the dates of commits can be
 * written by anybody; when pushes and approvals came is what the platform saw itself. Null where nothing was pushed.
 */
export function forcedAfter(
  { at, commit }: Review,
  { forcePushes, mergedAt }: PullRequest,
): ForcePush | null {
  const later = (forcePushes ?? []).filter(
    (push) => push.at >= at && (mergedAt === null || push.at <= mergedAt),
  );
  const [next] = later.sort((left, right) => (left.at < right.at ? -1 : 1));
  return next === undefined || (commit !== null && next.before === commit) ? null : next;
}
