import type { Promotion } from '../../src/records/index.ts';
import type { Commit, CommitGraph } from './graph.ts';
import type { LandedHistory } from './landed-changes.ts';

/** The merges that promote a staging branch, by the parent graph: a message alone promotes nothing. */
export function promotionMerges(history: LandedHistory): Commit[] {
  return history.changes
    .filter(({ only, landing }) => only === 'promotion' && landing.parents.length > 1)
    .map(({ landing }) => landing);
}

/**
 * How a release was promoted: by the last such merge of its range. `trees` tell whether what was merged is what was
 * tested. Null where the range holds none.
 */
export function promotionOf(
  range: readonly Commit[],
  merges: ReadonlySet<Commit>,
  trees: ReadonlyMap<string, string>,
  graph: CommitGraph,
): Promotion | null {
  const merge = range.findLast((commit) => merges.has(commit));
  const staging = merge?.parents[1];
  if (merge === undefined || staging === undefined) return null;
  const [merged, tested] = [trees.get(merge.id), trees.get(staging.id)];
  const promoted = graph.reachedFrom([staging]);
  const extra = range.filter((commit) => !promoted.has(commit) && !merges.has(commit));
  return {
    commit: merge.id,
    staging: staging.id,
    sameTree: merged === undefined || tested === undefined ? null : merged === tested,
    extra: extra.map(({ id }) => id),
  };
}
