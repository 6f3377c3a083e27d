import type { PublicRelease } from '../public-release.ts';
import type { Carried } from './carried.ts';
import type { UpgradeEntry } from './pick-entries.ts';

/**
 * Tells of a revert whether it is of no concern: the source never had what it takes back or brings again, so that it
 * only undoes what came on the way. Where a release reverts more than its notes account for, all of it concerns.
 */
export function isIdleRevert(
  releases: readonly PublicRelease[],
  before: Carried,
): (telling: UpgradeEntry) => boolean {
  const targets = targetsByRelease(releases);
  const reverts = new Map(
    releases.map(({ version, entries }) => [version, entries.filter(isRevert).length] as const),
  );
  return ({ version, entry }) => {
    const ids = [...(targets.get(version) ?? [])];
    if (!isRevert(entry) || entry.section === 'action' || entry.breaking) return false;
    return ids.length >= (reverts.get(version) ?? 0) && !ids.some((id) => before.has(id));
  };
}

function isRevert({ kinds }: UpgradeEntry['entry']): boolean {
  return kinds.length > 0 && kinds.every((kind) => kind === 'revert');
}

/** By release: the ids that it took back or brought again. */
function targetsByRelease(releases: readonly PublicRelease[]): Map<string, Set<string>> {
  const fates = releases.flatMap(({ entries }) => entries.flatMap(({ withdrawals }) => withdrawals));
  const pairs = fates.flatMap(({ ids, in: taken, restoredIn }) =>
    [taken, restoredIn].flatMap((version) =>
      version === null ? [] : ids.map((id) => ({ version, id }) as const),
    ),
  );
  const byVersion = Map.groupBy(pairs, ({ version }) => version);
  return new Map([...byVersion].map(([version, same]) => [version, new Set(same.map(({ id }) => id))]));
}
